package io.github.mien.reconstruct;

/** Smooth transitions. */
final class Smooth {
  private Smooth() {}

  /** v, at least 0 and at most 1. */
  static double clamp(double v) {
    return v < 0 ? 0 : v > 1 ? 1 : v;
  }

  /** From 0 at 0 to 1 at 1, level at both ends and beyond. */
  static double step(double v) {
    double u = clamp(v);
    return u * u * (3 - 2 * u);
  }
}
