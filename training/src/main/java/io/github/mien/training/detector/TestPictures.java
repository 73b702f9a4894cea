package io.github.mien.training.detector;

import io.github.mien.face.Box;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.Rect;
import io.github.mien.training.synth.Chance;
import java.util.List;

/** Pictures to measure on, each made from its own seed. */
final class TestPictures {
  private static final int[][] SIZES = {{640, 640}, {640, 480}, {480, 640}, {640, 360}, {360, 640}};
  private static final double SMALLEST = 0.04;
  private static final double LARGEST = 0.9;
  private static final double MAX_ANGLE = Math.toRadians(40);
  private static final int ATTEMPTS = 20;

  private final List<CutOut> people;
  private final List<Image> scenes;
  private final ImageKernels kernels;

  TestPictures(List<CutOut> people, List<Image> scenes, ImageKernels kernels) {
    this.people = people;
    this.scenes = scenes;
    this.kernels = kernels;
  }

  /** One to five whole faces of 4 % to 90 % of the height before a scene, turned by up to 40°. */
  ComposedPicture withFaces(long seed) {
    Chance chance = Chance.of(seed);
    int[] size = SIZES[chance.below(SIZES.length)];
    Canvas canvas = new Canvas(size[0], size[1], kernels);
    Backdrop.scene(canvas, chance.pick(scenes), chance);
    FacePlacer placer = new FacePlacer(canvas);
    for (int n = 1 + chance.below(5); n > 0; n--) {
      place(canvas, placer, chance);
    }
    return new ComposedPicture(canvas.picture(), placer.faces());
  }

  private void place(Canvas canvas, FacePlacer placer, Chance chance) {
    CutOut head = chance.pick(people);
    double height = canvas.height() * chance.logBetween(SMALLEST, LARGEST);
    double angle = chance.between(-MAX_ANGLE, MAX_ANGLE);
    if (height > 0.95 * canvas.width()) {
      return;
    }
    Shape shape =
        head.keyed() && chance.is(0.5)
            ? Shape.rectangle(new Box(0, 0, CutOut.size(), CutOut.size()))
            : Shape.head(head.face(), chance);
    double margin = 0.55 * height;
    for (int i = 0; i < ATTEMPTS; i++) {
      double x = within(canvas.width(), margin, chance);
      double y = within(canvas.height(), margin, chance);
      if (placer.place(head, shape, height, angle, x, y, chance)) {
        return;
      }
    }
  }

  private static double within(double extent, double margin, Chance chance) {
    return margin * 2 >= extent ? extent / 2 : chance.between(margin, extent - margin);
  }

  /** A crop of a scene, of any size and aspect, without a face. */
  Image withoutFaces(long seed) {
    Chance chance = Chance.of(seed);
    Image scene = chance.pick(scenes);
    int w = (int) (scene.width() * chance.logBetween(0.12, 1));
    int h = (int) Math.min(scene.height(), w * chance.logBetween(0.5, 2));
    int x = chance.below(scene.width() - w + 1);
    int y = chance.below(scene.height() - h + 1);
    return scene.view(new Rect(x, y, w, h));
  }
}
