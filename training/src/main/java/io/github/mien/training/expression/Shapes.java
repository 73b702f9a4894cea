package io.github.mien.training.expression;

import io.github.mien.expression.Blendshape;
import io.github.mien.face.Landmarks;

/** Arithmetic on shapes: x, y, z of the 478 points. */
public final class Shapes {
  static final int SIZE = 3 * Landmarks.COUNT;

  private Shapes() {}

  /** The mirror image in the plane x = 0. */
  static float[] mirrored(float[] shape, int[] mirror) {
    float[] out = new float[shape.length];
    for (int i = 0; i < mirror.length; i++) {
      out[3 * i] = -shape[3 * mirror[i]];
      out[3 * i + 1] = shape[3 * mirror[i] + 1];
      out[3 * i + 2] = shape[3 * mirror[i] + 2];
    }
    return out;
  }

  /** Coefficients with left and right swapped. */
  static float[] mirrored(float[] coefficients) {
    float[] out = new float[coefficients.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = coefficients[Blendshape.values()[i].mirrored().ordinal()];
    }
    return out;
  }

  /** Adds a multiple of a shape to another. */
  static void add(float[] shape, double factor, float[] other) {
    for (int i = 0; i < shape.length; i++) {
      shape[i] += (float) (factor * other[i]);
    }
  }

  /** What the first is more than the second. */
  public static float[] difference(float[] a, float[] b) {
    float[] out = a.clone();
    add(out, -1, b);
    return out;
  }

  /** Length of the displacement of a point. */
  static double length(float[] field, int point) {
    double x = field[3 * point], y = field[3 * point + 1], z = field[3 * point + 2];
    return Math.sqrt(x * x + y * y + z * z);
  }

  /** Squared distance between points of two shapes. */
  static double squaredDistance(float[] a, int i, float[] b, int j) {
    double x = a[3 * i] - b[3 * j];
    double y = a[3 * i + 1] - b[3 * j + 1];
    double z = a[3 * i + 2] - b[3 * j + 2];
    return x * x + y * y + z * z;
  }
}
