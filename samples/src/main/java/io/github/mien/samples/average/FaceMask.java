package io.github.mien.samples.average;

import io.github.mien.face.FaceMesh;
import io.github.mien.image.ImageKernels;

/**
 * How much each pixel of a square picture belongs to a face: 1 inside, soft towards the outline.
 */
final class FaceMask {
  /** Width of the soft edge in parts of the picture's side. */
  private static final double SOFTNESS = 0.02;

  private FaceMask() {}

  /**
   * @param shape x, y of the 478 points
   */
  static float[] of(double[] shape, int size, ImageKernels kernels) {
    int[] outline = FaceMesh.outline();
    float[] mask = new float[size * size];
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        mask[y * size + x] = inside(shape, outline, x, y) ? 1 : 0;
      }
    }
    kernels.blur(mask, size, size, SOFTNESS * size, mask);
    for (int i = 0; i < mask.length; i++) {
      mask[i] = Math.max(0, 2 * mask[i] - 1);
    }
    return mask;
  }

  /** Whether a ray to the right crosses the polygon an odd number of times. */
  private static boolean inside(double[] shape, int[] outline, int x, int y) {
    boolean inside = false;
    int previous = outline[outline.length - 1];
    for (int point : outline) {
      double ax = shape[2 * previous];
      double ay = shape[2 * previous + 1];
      double bx = shape[2 * point];
      double by = shape[2 * point + 1];
      if (ay > y != by > y && x < ax + (y - ay) / (by - ay) * (bx - ax)) {
        inside = !inside;
      }
      previous = point;
    }
    return inside;
  }
}
