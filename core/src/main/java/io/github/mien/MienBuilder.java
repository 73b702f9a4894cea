package io.github.mien;

import io.github.mien.encode.EncoderMethod;
import io.github.mien.encode.ExpressionEncoder;
import io.github.mien.face.FaceAligner;
import io.github.mien.image.ImageKernels;
import io.github.mien.inference.Backends;
import io.github.mien.inference.InferenceBackend;
import io.github.mien.inference.SessionOptions;
import io.github.mien.matte.HeadMatte;
import io.github.mien.meme.Marks;
import io.github.mien.model.ModelSpec;
import io.github.mien.model.ModelStore;
import io.github.mien.reconstruct.Reconstructor;
import io.github.mien.reconstruct.Visibility;
import io.github.mien.transfer.ExpressionTransfer;
import io.github.mien.transfer.TransferMethod;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settings for a {@link Mien}; what is not set is Mien's own. Not thread-safe. */
public final class MienBuilder {
  private static final Logger LOG = LoggerFactory.getLogger(Mien.class);

  private @Nullable String backend;
  private int threads = 1;
  private ModelStore models = ModelStore.embedded();
  private EncoderMethod encoderMethod = EncoderMethod.LANDMARKS;
  private TransferMethod transferMethod = TransferMethod.BLENDSHAPE;
  private @Nullable FaceAligner aligner;
  private @Nullable ExpressionEncoder encoder;
  private @Nullable ExpressionTransfer transfer;
  private @Nullable Reconstructor reconstructor;
  private @Nullable Boolean renderer;
  private boolean animationRenderer;
  private @Nullable Boolean occlusion;
  private @Nullable Visibility visibility;
  private @Nullable HeadMatte matte;
  private ResponsibleUse use = ResponsibleUse.DEFAULT;

  MienBuilder() {}

  /**
   * Takes a back end by name and no other, instead of the best that is available.
   *
   * @param name such as {@code onnxruntime} or {@code opencv}
   */
  public MienBuilder backend(String name) {
    backend = name;
    return this;
  }

  /**
   * Lets one call use several threads. The networks are small: calling from several threads gains
   * more.
   *
   * @param count at least 1, which is the default
   */
  public MienBuilder threads(int count) {
    threads = new SessionOptions(count).threads();
    return this;
  }

  /**
   * Takes models from elsewhere.
   *
   * @param store a user's files in the place of embedded models
   */
  public MienBuilder models(ModelStore store) {
    models = store;
    return this;
  }

  /**
   * Finds faces and landmarks by other means. Closing it, if it needs that, stays with the caller.
   *
   * @param aligner thread-safe
   */
  public MienBuilder aligner(FaceAligner aligner) {
    this.aligner = aligner;
    return this;
  }

  /**
   * Reads expressions by another of the methods that come with Mien.
   *
   * @param method its head, where it has one, comes from the store of {@link #models}
   */
  public MienBuilder encoder(EncoderMethod method) {
    encoderMethod = method;
    encoder = null;
    return this;
  }

  /**
   * Reads expressions by other means.
   *
   * @param encoder thread-safe
   */
  public MienBuilder encoder(ExpressionEncoder encoder) {
    this.encoder = encoder;
    return this;
  }

  /** Plans motions by another of the methods that come with Mien. */
  public MienBuilder transfer(TransferMethod method) {
    transferMethod = method;
    transfer = null;
    return this;
  }

  /**
   * Plans motions by other means.
   *
   * @param transfer thread-safe
   */
  public MienBuilder transfer(ExpressionTransfer transfer) {
    this.transfer = transfer;
    return this;
  }

  /**
   * Paints by other means.
   *
   * @param reconstructor thread-safe
   */
  public MienBuilder reconstructor(Reconstructor reconstructor) {
    this.reconstructor = reconstructor;
    return this;
  }

  /**
   * Whether a network paints the mouth of a moved face; see {@link
   * io.github.mien.reconstruct.FaceRenderer}. Unless this is called it does where Mien's own
   * aligner is in use, as a back end is there then. A reconstructor of one's own goes without it.
   *
   * @param on whether it paints
   */
  public MienBuilder renderer(boolean on) {
    renderer = on;
    return this;
  }

  /**
   * Whether the network of {@link #renderer} paints the mouth in each frame of animations as well,
   * which takes several times as long as moving the face. Unless this is called it does not, and
   * teeth and tongue are drawn there.
   *
   * @param on whether it paints, where it paints single pictures
   */
  public MienBuilder animationRenderer(boolean on) {
    animationRenderer = on;
    return this;
  }

  /**
   * Whether hands, glasses, hair and the like in front of a face stay in front and still while the
   * face behind them moves; see {@link io.github.mien.reconstruct.OcclusionReconstructor}. Unless
   * this is called they do where Mien's own aligner is in use, as a back end is there then. A
   * reconstructor of one's own goes without it.
   *
   * @param on whether they are looked for
   */
  public MienBuilder occlusion(boolean on) {
    occlusion = on;
    visibility = null;
    return this;
  }

  /**
   * Finds what is in front of faces by other means, such as a mask that somebody drew.
   *
   * @param visibility thread-safe
   */
  public MienBuilder occlusion(Visibility visibility) {
    occlusion = true;
    this.visibility = visibility;
    return this;
  }

  /**
   * Tells heads from what is behind them by other means, where stickers are cut out.
   *
   * @param matte thread-safe
   */
  public MienBuilder headMatte(HeadMatte matte) {
    this.matte = matte;
    return this;
  }

  /**
   * Asks before any face is changed; unless this is called nobody is asked.
   *
   * @param policy thread-safe
   */
  public MienBuilder consent(ConsentPolicy policy) {
    use = new ResponsibleUse(policy, use.marks());
    return this;
  }

  /**
   * How results say that a machine changed them when they are written; unless this is called,
   * {@link Marks#DEFAULT}.
   *
   * @param marks {@link Marks#NONE} to leave that to the application
   */
  public MienBuilder marks(Marks marks) {
    use = new ResponsibleUse(use.consent(), marks);
    return this;
  }

  /**
   * Loads what is needed.
   *
   * @throws IOException if a user's model file cannot be read
   * @throws io.github.mien.provider.UnavailableException if no back end can run here, or not the
   *     one named
   * @throws io.github.mien.model.ModelException if a model is missing or broken
   */
  public Mien build() throws IOException {
    ImageKernels kernels = ImageKernels.discover().choose();
    Engine engine = aligner == null || paints() || uncovers() ? engine() : Engine.NONE;
    try {
      OnDemand.Networks networks =
          new OnDemand.Networks(backend, new SessionOptions(threads), models);
      Extras extras = new Extras(networks, kernels, matte);
      Mien mien = new Mien(stages(engine, kernels), engine, extras, new Likeness(models), used());
      LOG.info("Networks run on {}, image kernels on {}", engine.backend(), kernels.name());
      return mien;
    } catch (RuntimeException | IOException e) {
      engine.close();
      throw e;
    }
  }

  private Engine engine() throws IOException {
    InferenceBackend chosen = Backends.discover().choose(backend);
    return Engine.open(
        chosen,
        new SessionOptions(threads),
        models,
        aligner == null,
        paints(),
        uncovers(),
        uncovers() && visibility == null);
  }

  private boolean paints() {
    return reconstructor == null && (renderer == null ? aligner == null : renderer);
  }

  private boolean uncovers() {
    return reconstructor == null && (occlusion == null ? aligner == null : occlusion);
  }

  private List<ModelSpec> used() {
    Set<String> names = new LinkedHashSet<>();
    if (aligner == null) {
      names.addAll(Engine.alignerModels());
    }
    if (encoder == null) {
      names.addAll(encoderMethod.models());
    }
    if (transfer == null) {
      names.addAll(transferMethod.models());
    }
    if (paints()) {
      names.add(ModelStore.RENDERER);
    }
    if (uncovers()) {
      names.add(ModelStore.FILL);
    }
    if (uncovers() && visibility == null) {
      names.add(ModelStore.VISIBILITY);
    }
    return names.stream().map(models::spec).toList();
  }

  private Stages stages(Engine engine, ImageKernels kernels) throws IOException {
    return new Stages(
        aligner != null ? aligner : engine.aligner(kernels),
        aligner != null ? aligner : engine.groupAligner(kernels),
        encoder != null ? encoder : encoderMethod.load(models, kernels),
        transfer != null ? transfer : transferMethod.load(models),
        reconstructor != null
            ? Painters.of(reconstructor)
            : engine.painters(kernels, visibility, animationRenderer),
        use);
  }
}
