package io.github.mien.training.detector;

import io.github.mien.face.Box;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.training.synth.Appearance;
import io.github.mien.training.synth.Chance;
import java.util.List;

/** Endless pictures to learn from, each made from its own seed. */
final class TrainingPictures {
  private static final double SMALLEST = 10;
  private static final double PLAIN = 0.5;
  private static final int ATTEMPTS = 10;
  private static final double MAX_ANGLE = Math.toRadians(45);

  private final List<CutOut> people;
  private final ImageKernels kernels;
  private final Backdrop backdrop;
  private final Decoys decoys;
  private final Occluder occluder;
  private final Appearance appearance;

  /**
   * @param people heads to place
   * @param scenes backgrounds
   * @param kernels resample
   */
  TrainingPictures(List<CutOut> people, List<Image> scenes, ImageKernels kernels) {
    this.people = people;
    this.kernels = kernels;
    this.backdrop = new Backdrop(people, scenes);
    this.decoys = new Decoys(people, scenes, kernels);
    this.occluder = new Occluder(scenes);
    this.appearance = new Appearance(scenes);
  }

  /** A square picture with up to ten faces; one in five has none. */
  ComposedPicture make(int size, long seed) {
    Chance chance = Chance.of(seed);
    Canvas canvas = new Canvas(size, size, kernels);
    FacePlacer placer = new FacePlacer(canvas);
    backdrop.paint(canvas, chance);
    if (chance.is(0.15)) {
      wholePortrait(canvas, placer, chance);
    }
    for (int n = chance.below(5); n > 0; n--) {
      if (placer.faces().isEmpty()) {
        decoys.paint(canvas, chance);
      }
    }
    int wanted = chance.is(0.2) ? 0 : 1 + chance.below(9);
    for (int n = 0; n < wanted; n++) {
      placeHead(canvas, placer, chance);
    }
    for (LabelledFace face : placer.faces()) {
      if (chance.is(0.22)) {
        occluder.hidePartOf(face, canvas, chance);
      }
    }
    Image picture =
        chance.is(PLAIN)
            ? canvas.picture()
            : appearance.applyLight(canvas.picture(), chance.random());
    return new ComposedPicture(picture, placer.faces());
  }

  private void wholePortrait(Canvas canvas, FacePlacer placer, Chance chance) {
    CutOut portrait = chance.pick(people);
    if (portrait.keyed()) {
      return;
    }
    int size = CutOut.size();
    Shape everything = Shape.rectangle(new Box(-4 * size, -4 * size, 5 * size, 5 * size));
    double height = canvas.height() * chance.between(0.3, 1);
    double centerX = canvas.width() * chance.between(0.35, 0.65);
    double centerY = canvas.height() * chance.between(0.35, 0.65);
    placer.place(portrait, everything, height, angle(chance), centerX, centerY, chance);
  }

  private void placeHead(Canvas canvas, FacePlacer placer, Chance chance) {
    CutOut head = chance.pick(people);
    boolean first = placer.faces().isEmpty();
    double largest = first ? canvas.height() : canvas.height() / 2.0;
    double smallest = first && chance.is(0.3) ? 0.4 * canvas.height() : SMALLEST;
    double height = chance.logBetween(smallest, largest);
    Shape shape = shape(head, chance);
    for (int i = 0; i < ATTEMPTS; i++) {
      double x = position(canvas.width(), height, chance);
      double y = position(canvas.height(), height, chance);
      if (placer.place(head, shape, height, angle(chance), x, y, chance)) {
        return;
      }
    }
  }

  /** Upright heads are more frequent. */
  private static double angle(Chance chance) {
    double share = chance.is(0.7) ? 1 : 0.3;
    return MAX_ANGLE * share * chance.between(-1, 1);
  }

  private static double position(double extent, double height, Chance chance) {
    double margin = Math.min(extent, height) * (chance.is(0.2) ? 0 : 0.45);
    return chance.between(margin, extent - margin);
  }

  private static Shape shape(CutOut head, Chance chance) {
    if (head.keyed() && chance.is(0.6)) {
      return Shape.rectangle(new Box(0, 0, CutOut.size(), CutOut.size()));
    }
    if (chance.is(0.6)) {
      return Shape.head(head.face(), chance);
    }
    Box face = head.face();
    double w = face.width();
    double h = face.height();
    return Shape.rectangle(
        new Box(
            face.x0() - w * chance.between(0.02, 0.6),
            face.y0() - h * chance.between(0.05, 0.5),
            face.x1() + w * chance.between(0.02, 0.6),
            face.y1() + h * chance.between(0.02, 0.5)));
  }
}
