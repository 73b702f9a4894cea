package io.github.mien.training.detector;

import io.github.mien.face.Box;

/**
 * Where a face is in a composed picture; edges of pixels are whole numbers.
 *
 * @param box as in {@link io.github.mien.face.Detection}
 * @param points x, y of its five points
 * @param counted whether it must be found; if not, finding it is neither right nor wrong (too
 *     little of it is visible)
 */
record LabelledFace(Box box, float[] points, boolean counted) {

  /** The face in the mirror image of a picture of that width: left and right change places. */
  LabelledFace mirrored(double width) {
    float[] mirror = new float[10];
    int[] partner = {1, 0, 2, 4, 3};
    for (int i = 0; i < 5; i++) {
      mirror[2 * i] = (float) (width - points[2 * partner[i]]);
      mirror[2 * i + 1] = points[2 * partner[i] + 1];
    }
    Box flipped = new Box(width - box.x1(), box.y0(), width - box.x0(), box.y1());
    return new LabelledFace(flipped, mirror, counted);
  }

  /** Side of the square as large as the box. */
  double size() {
    return Math.sqrt(box.area());
  }
}
