package io.github.mien;

import io.github.mien.encode.EncodedFace;
import io.github.mien.encode.ExpressionEncoder;
import io.github.mien.expression.ExpressionCurve;
import io.github.mien.expression.Performance;
import io.github.mien.face.Face;
import io.github.mien.face.FaceAligner;
import io.github.mien.image.Animation;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.io.Images;
import io.github.mien.matte.HeadMatte;
import io.github.mien.meme.Marks;
import io.github.mien.model.ModelSpec;
import io.github.mien.reconstruct.Reconstructor;
import io.github.mien.superres.FaceSharpening;
import io.github.mien.superres.SuperResolution;
import io.github.mien.transfer.ExpressionTransfer;
import io.github.mien.transfer.TransferOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves the expression of one face to another:
 *
 * <pre>{@code
 * try (Mien mien = Mien.create()) {
 *   mien.transfer(Path.of("smile.jpg"), Path.of("portrait.jpg")).write(Path.of("out.png"));
 * }
 * }</pre>
 *
 * <p>A source is the photo whose expression is taken, a target the one whose face is changed. Both
 * can be analysed once and combined many times, see {@link #source(Image)} and {@link
 * #target(Image)}. Where a picture shows several faces, the largest is taken; {@link #align} lists
 * all, and any of them can be named; {@link #group} changes several at once. Pictures in other
 * forms (bytes, streams, buffered images) come through {@link Images}.
 *
 * <p>Thread-safe: one is enough for a whole application. It holds the models, in native memory with
 * most back ends, until it is closed; closing twice is fine.
 */
public final class Mien implements AutoCloseable {
  private final Stages stages;
  private final Engine engine;
  private final Extras extras;
  private final Likeness likeness;
  private final List<ModelSpec> models;

  Mien(Stages stages, Engine engine, Extras extras, Likeness likeness, List<ModelSpec> models) {
    this.stages = stages;
    this.engine = engine;
    this.extras = extras;
    this.likeness = likeness;
    this.models = List.copyOf(models);
  }

  /**
   * With the embedded models on the best back end that is available, one thread per call.
   *
   * @throws io.github.mien.provider.UnavailableException if no back end can run here
   */
  public static Mien create() {
    try {
      return builder().build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** To choose back end, threads, models, or stages of one's own. */
  public static MienBuilder builder() {
    return new MienBuilder();
  }

  /**
   * Prepares to move an expression from one photo to another.
   *
   * @param source file of the photo whose expression is taken
   * @param target file of the photo whose face is changed
   * @throws IOException if one of them cannot be read
   */
  public Transfer transfer(Path source, Path target) throws IOException {
    return transfer(Images.read(source), Images.read(target));
  }

  /**
   * Prepares to move an expression from one photo to another.
   *
   * @param source the photo whose expression is taken; not modified
   * @param target the photo whose face is changed; not modified
   */
  public Transfer transfer(Image source, Image target) {
    return new Transfer(this, source, null, target, TransferOptions.DEFAULT);
  }

  /**
   * Reads the expression of the largest face. What the face looks like at rest is estimated.
   *
   * @param photo not modified; shared
   * @throws UnusableFaceException if there is no face, or none large enough
   */
  public Source source(Image photo) {
    Stopwatch watch = new Stopwatch();
    return estimated(photo, stages.analyse(Role.SOURCE, photo, watch), watch);
  }

  /**
   * Reads the expression of a face.
   *
   * @param photo not modified; shared
   * @param face one of those that {@link #align} found in it
   * @throws FaceTooSmallException if it is not large enough
   */
  public Source source(Image photo, Face face) {
    Stopwatch watch = new Stopwatch();
    return estimated(photo, stages.analyse(Role.SOURCE, photo, List.of(face), watch), watch);
  }

  private static Source estimated(Image photo, Stages.Analysis shown, Stopwatch watch) {
    EncodedFace face = shown.face();
    return new Source(photo, shown.faces(), face, Performance.of(face.expression()), watch.times());
  }

  /**
   * Reads the expression of the largest face, with a photo of the same person at rest.
   *
   * @param photo not modified; shared
   * @param neutral the same person without expression; not modified, not kept
   * @throws UnusableFaceException if one of them has no face, or none large enough
   */
  public Source source(Image photo, Image neutral) {
    Stopwatch watch = new Stopwatch();
    Stages.Analysis shown = stages.analyse(Role.SOURCE, photo, watch);
    EncodedFace rest = stages.analyse(Role.SOURCE_NEUTRAL, neutral, watch).face();
    Performance performance = new Performance(shown.face().expression(), rest.expression());
    return new Source(photo, shown.faces(), shown.face(), performance, watch.times());
  }

  /**
   * Reads what a face does in a moving picture, frame by frame, without jitter: the largest in the
   * first frame that has one, and from there on the one nearest to where it was. Its landmarks and
   * its coefficients are smoothed ({@link io.github.mien.expression.LandmarkFilter}, {@link
   * io.github.mien.expression.OneEuroFilter}). What it shows least of each coefficient is taken for
   * its rest and left out, so one that never rests moves less than it did. Frames without a face
   * are bridged; how the head turns is not followed.
   *
   * <p>The {@link ConsentPolicy} is asked for the first face, and again in each frame whose face
   * may be another person's: where the frame before had none, where it is not where it was, and
   * where it looks otherwise between forehead and nose, as after a cut to somebody else at the same
   * place. A sudden change of the light has it asked as well.
   *
   * @param moving gone through once
   * @return for {@link Target#animate}
   * @throws UnusableFaceException if no frame has a face that is large enough
   * @throws ConsentRefusedException if the policy refuses any of them
   * @throws IOException if the frames cannot be had
   */
  public ExpressionCurve follow(Animation moving) throws IOException {
    return new Follower(stages).follow(moving);
  }

  /**
   * Analyses the largest face of a photo, which can then show any number of expressions.
   *
   * @param photo not modified; shared
   * @throws UnusableFaceException if there is no face, or none large enough
   */
  public Target target(Image photo) {
    Stopwatch watch = new Stopwatch();
    Stages.Analysis analysis = stages.analyse(Role.TARGET, photo, watch);
    return new Target(stages, photo, analysis, watch.times());
  }

  /**
   * Analyses a face of a photo, which can then show any number of expressions.
   *
   * @param photo not modified; shared
   * @param face one of those that {@link #align} found in it
   * @throws FaceTooSmallException if it is not large enough
   */
  public Target target(Image photo, Face face) {
    Stopwatch watch = new Stopwatch();
    Stages.Analysis analysis = stages.analyse(Role.TARGET, photo, List.of(face), watch);
    return new Target(stages, photo, analysis, watch.times());
  }

  /**
   * Analyses all faces of a photo of several people, small ones as well, any of which can then show
   * expressions.
   *
   * @param photo not modified; shared
   * @throws UnusableFaceException if there is no face, or none large enough
   */
  public Group group(Image photo) {
    Stopwatch watch = new Stopwatch();
    Stages.GroupAnalysis analysis = stages.analyseGroup(Role.TARGET, photo, watch);
    return new Group(stages, photo, analysis, watch.times());
  }

  /**
   * Reads the expressions of all faces of a photo of several people. What the faces look like at
   * rest is estimated.
   *
   * @param photo not modified; shared
   * @return from left to right; the times are those of the whole photo
   * @throws UnusableFaceException if there is no face, or none large enough
   */
  public List<Source> sources(Image photo) {
    Stopwatch watch = new Stopwatch();
    Stages.GroupAnalysis shown = stages.analyseGroup(Role.SOURCE, photo, watch);
    return shown.faces().stream()
        .map(face ->
            new Source(
                photo,
                startingWith(face.face(), shown.all()),
                face,
                Performance.of(face.expression()),
                watch.times()))
        .toList();
  }

  private static List<Face> startingWith(Face first, List<Face> faces) {
    List<Face> order = new ArrayList<>(faces);
    order.remove(first);
    order.add(0, first);
    return order;
  }

  /**
   * Who drives whom where nobody says so: each target gets the source that is most like it, in the
   * shape of the face and in how the head is turned, so that the sum of the differences is least.
   * The same people in two photos find themselves. The models for it are loaded when first needed.
   */
  public Casting bestMatch() {
    return likeness::match;
  }

  /**
   * Prepares to make a sticker of the largest face of a photo.
   *
   * @param photo the photo's file
   * @throws UnusableFaceException if there is no face, or none large enough
   * @throws IOException if it cannot be read
   */
  public StickerRecipe sticker(Path photo) throws IOException {
    return sticker(Images.read(photo));
  }

  /**
   * Prepares to make a sticker of the largest face of a photo.
   *
   * @param photo not modified, not kept
   * @throws UnusableFaceException if there is no face, or none large enough
   */
  public StickerRecipe sticker(Image photo) {
    return new StickerRecipe(StickerFace.of(this, photo));
  }

  /**
   * Prepares to make a pack of stickers of the largest face of a photo.
   *
   * @param photo not modified, not kept
   * @throws UnusableFaceException if there is no face, or none large enough
   */
  public StickerPack pack(Image photo) {
    return new StickerPack(sticker(photo));
  }

  /**
   * Finds the faces in a picture.
   *
   * @param photo not modified
   * @return the largest first; empty where there are none
   */
  public List<Face> align(Image photo) {
    return stages.aligner().align(photo);
  }

  /**
   * Enlarges a picture of a face by a network, which is opened when first needed. The face stays
   * what it was: the {@link ConsentPolicy} is not asked, and the result is not marked when written.
   *
   * @param photo not modified
   * @param factor 4, 2 or 1; with a network of the user's own, a divisor of its factor
   * @throws io.github.mien.model.ModelException if the model is of another kind
   * @throws UncheckedIOException if a user's model file cannot be read
   */
  public Image enlarge(Image photo, int factor) {
    return superResolution().enlarge(photo, factor);
  }

  /**
   * Makes a face sharp that was enlarged before or is out of focus; see {@link FaceSharpening}. As
   * with {@link #enlarge}, the face stays what it was.
   *
   * @param photo not modified
   * @param face one of those that {@link #align} found in it
   * @param blur how many pixels wide the finest details of the face are, from 1 to 4
   * @return a copy of the photo in which only the inside of the face differs
   * @throws io.github.mien.model.ModelException if the model is of another kind
   * @throws UncheckedIOException if a user's model file cannot be read
   */
  public Image sharpen(Image photo, Face face, double blur) {
    Image sharp = photo.copy();
    new FaceSharpening(superResolution(), extras.kernels())
        .sharpen(photo, face.landmarks(), blur, sharp);
    return sharp;
  }

  /** The first stage: faces and their landmarks. Usable until this is closed. */
  public FaceAligner aligner() {
    return stages.aligner();
  }

  /** The second stage: coefficients. Usable until this is closed. */
  public ExpressionEncoder encoder() {
    return stages.encoder();
  }

  /** The third stage: how the landmarks move. Usable until this is closed. */
  public ExpressionTransfer expressionTransfer() {
    return stages.transfer();
  }

  /** Enlarges pictures; opened when first asked for, usable until this is closed. */
  public SuperResolution superResolution() {
    return extras.enlarger().get();
  }

  /**
   * Tells heads from what is behind them; opened when first asked for, usable until this is closed.
   */
  public HeadMatte headMatte() {
    return extras.matte();
  }

  ImageKernels kernels() {
    return extras.kernels();
  }

  /** The last stage: pixels. Usable until this is closed. */
  public Reconstructor reconstructor() {
    return stages.painters().whole();
  }

  /** Name of the back end that runs the networks; {@code none} if the aligner is the user's own. */
  public String backend() {
    return engine.backend();
  }

  /** How results say that a machine changed them when they are written. */
  public Marks marks() {
    return stages.use().marks();
  }

  /** The models in use; those of stages that are the user's own are not known. */
  public List<ModelSpec> models() {
    return models;
  }

  @Override
  public void close() {
    engine.close();
    extras.close();
  }
}
