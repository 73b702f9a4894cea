package io.github.mien.training.blend;

/** Weights of a pixel and the eight around it, row by row. */
enum Kernel {
  /** The neighbours' sum. */
  NEIGHBOURS(0, 1, 0, 1, 0, 1, 0, 1, 0),
  /** A pixel minus the one right of it. */
  TO_RIGHT(0, 0, 0, 0, 1, -1, 0, 0, 0),
  /** A pixel minus the one below it. */
  TO_BELOW(0, 0, 0, 0, 1, 0, 0, -1, 0),
  /** The pixel to the right. */
  RIGHT(0, 0, 0, 0, 0, 1, 0, 0, 0),
  /** The pixel below. */
  BELOW(0, 0, 0, 0, 0, 0, 0, 1, 0),
  /** A pixel minus the one left of it. */
  FROM_LEFT(0, 0, 0, -1, 1, 0, 0, 0, 0),
  /** A pixel minus the one above it. */
  FROM_ABOVE(0, -1, 0, 0, 1, 0, 0, 0, 0),
  /** Bilinear interpolation to twice as many pixels, and its transpose. */
  BILINEAR(0.25f, 0.5f, 0.25f, 0.5f, 1, 0.5f, 0.25f, 0.5f, 0.25f);

  private final float[] weights;

  Kernel(float... weights) {
    this.weights = weights;
  }

  float[] weights() {
    return weights.clone();
  }
}
