package io.github.mien.encode;

/** Scaling to Euclidean length 1. */
final class UnitLength {
  private UnitLength() {}

  /** Scales in place; zeros stay. Returns the array. */
  static float[] of(float[] vector) {
    double squares = 0;
    for (float number : vector) {
      squares += (double) number * number;
    }
    float factor = squares == 0 ? 0 : (float) (1 / Math.sqrt(squares));
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= factor;
    }
    return vector;
  }
}
