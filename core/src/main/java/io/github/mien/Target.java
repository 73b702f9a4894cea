package io.github.mien;

import io.github.mien.encode.EncodedFace;
import io.github.mien.expression.Edit;
import io.github.mien.expression.ExpressionCurve;
import io.github.mien.expression.Performance;
import io.github.mien.expression.Preset;
import io.github.mien.face.Face;
import io.github.mien.image.Animation;
import io.github.mien.image.Image;
import io.github.mien.meme.Marks;
import io.github.mien.reconstruct.FacePhoto;
import io.github.mien.reconstruct.UncoveredFace;
import io.github.mien.transfer.Motion;
import io.github.mien.transfer.TransferOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A photo whose face can be given any number of expressions: it is analysed once, and what is in
 * front of the face is found once, when first needed. Immutable and thread-safe while nobody writes
 * to the picture, which is shared, not copied. Usable until its {@link Mien} is closed.
 *
 * <p>All that changes the face throws a {@link ConsentRefusedException} where the application's
 * {@link ConsentPolicy} refuses.
 */
public final class Target {
  private final Stages stages;
  private final Image image;
  private final List<Face> faces;
  private final EncodedFace face;
  private final Map<Stage, Duration> times;
  private final Once<UncoveredFace> uncovered;

  Target(Stages stages, Image image, Stages.Analysis analysis, Map<Stage, Duration> times) {
    this.stages = stages;
    this.image = image;
    this.faces = List.copyOf(analysis.faces());
    this.face = analysis.face();
    this.times = Map.copyOf(times);
    this.uncovered =
        new Once<>(() -> stages.painters().uncovered(new FacePhoto(image, face.face())));
  }

  /**
   * The same face on a picture that differs only away from it.
   *
   * @param picture of the same size
   */
  Target on(Image picture) {
    return new Target(stages, picture, new Stages.Analysis(faces, face), times);
  }

  /** The photo, shared. */
  public Image image() {
    return image;
  }

  /** All faces found in it, the one that is changed first. */
  public List<Face> faces() {
    return faces;
  }

  /** The face that is changed and what it shows now. */
  public EncodedFace face() {
    return face;
  }

  /** What finding and reading the face took. */
  public Map<Stage, Duration> times() {
    return times;
  }

  /**
   * Gives the face the whole expression of a source.
   *
   * @param source whose expression is shown
   */
  public Result show(Source source) {
    return show(source, TransferOptions.DEFAULT);
  }

  /**
   * Gives the face the expression of a source.
   *
   * @param source whose expression is shown
   * @param options strength and regions
   */
  public Result show(Source source, TransferOptions options) {
    stages.use().requireConsent(Role.SOURCE, source.image(), source.faces());
    return show(source.performance(), source.photo(), options);
  }

  /**
   * Gives the face an expression that no photo shows, such as one put together from coefficients.
   *
   * @param performance what is shown, against the same face at rest
   * @param options strength and regions
   */
  public Result show(Performance performance, TransferOptions options) {
    return show(performance, null, options);
  }

  /**
   * Gives the face a ready-made expression, wholly.
   *
   * @param preset what is shown
   */
  public Result show(Preset preset) {
    return show(preset, TransferOptions.DEFAULT);
  }

  /**
   * Gives the face a ready-made expression.
   *
   * @param preset what is shown
   * @param options strength, weights and the like
   */
  public Result show(Preset preset, TransferOptions options) {
    return show(preset.performance(), options);
  }

  /**
   * Sets coefficients of the face and leaves the others as they are.
   *
   * @param edit what is set
   */
  public Result show(Edit edit) {
    return paint(() -> stages.transfer().plan(edit, face), null);
  }

  /**
   * Lets the face move, behind what is in front of it. Nothing is drawn before the animation is
   * gone through; each time it is, every frame costs a plan and a warp, without the renderer's
   * network unless {@link MienBuilder#animationRenderer} asks for it, and pixels away from the face
   * are the same in all. It carries the application's {@link io.github.mien.meme.Marks}.
   *
   * @param curve what is shown as time goes on; of its head poses turns of up to 6 degrees
   * @param options strength, weights and the like
   * @param rate frames a second, 1 to 100
   */
  public Animation animate(ExpressionCurve curve, TransferOptions options, double rate) {
    return marks().draw(unmarked(curve, options, rate));
  }

  /** How what is made of it says that a machine changed it. */
  Marks marks() {
    return stages.use().marks();
  }

  /** A face that moves, to be marked when it has its final size. */
  Animation unmarked(ExpressionCurve curve, TransferOptions options, double rate) {
    if (!(rate >= 1 && rate <= 100)) {
      throw new IllegalArgumentException("a rate is 1 to 100 frames a second, not " + rate);
    }
    stages.use().requireConsent(Role.TARGET, image, faces);
    return Animation.of(
        image.width(),
        image.height(),
        () -> new FaceAnimation(stages, image, face, uncovered.get(), curve, options, rate));
  }

  private Result show(
      Performance performance, @Nullable FacePhoto source, TransferOptions options) {
    return paint(() -> stages.transfer().plan(performance, face, options), source);
  }

  private Result paint(Supplier<Motion> plan, @Nullable FacePhoto source) {
    stages.use().requireConsent(Role.TARGET, image, faces);
    Stopwatch watch = new Stopwatch();
    Motion motion = watch.time(Stage.TRANSFER, plan);
    Image out =
        watch.time(
            Stage.RECONSTRUCT,
            () -> {
              Image copy = image.copy();
              UncoveredFace shown =
                  motion.isStill()
                      ? UncoveredFace.asItIs(new FacePhoto(image, face.face()))
                      : uncovered.get();
              shown.reconstruct(stages.painters().still(), motion, source, copy);
              return copy;
            });
    return new Result(out, motion, watch.times(), marks());
  }
}
