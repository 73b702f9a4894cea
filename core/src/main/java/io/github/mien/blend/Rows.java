package io.github.mien.blend;

/**
 * The inner loops: rows of numbers, all read and written at the same index, which is the form that
 * HotSpot vectorises on every JDK from 17 (a neighbour at index i + 1 is copied to index i first).
 */
final class Rows {
  private Rows() {}

  /** The neighbours' sum. */
  static void sum(float[] left, float[] right, float[] up, float[] down, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = (left[i] + right[i]) + (up[i] + down[i]);
    }
  }

  /** The value that satisfies the equation. */
  static void relax(
      float[] left,
      float[] right,
      float[] up,
      float[] down,
      float[] rhs,
      float[] inverse,
      float[] out,
      int n) {
    for (int i = 0; i < n; i++) {
      out[i] = inverse[i] * (rhs[i] + ((left[i] + right[i]) + (up[i] + down[i])));
    }
  }

  /** What the equation lacks, given the value that would satisfy it. */
  static void residual(float[] satisfying, float[] value, float[] weight, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = weight[i] * (satisfying[i] - value[i]);
    }
  }

  /** Makes each of the numbers kept at least as large as another's size. */
  static void keepLargest(float[] a, float[] kept, int n) {
    for (int i = 0; i < n; i++) {
      kept[i] = Math.max(kept[i], Math.abs(a[i]));
    }
  }

  /** The largest of numbers that are not negative. */
  static float largest(float[] a, int n) {
    float most = 0;
    for (int i = 0; i < n; i++) {
      most = Math.max(most, a[i]);
    }
    return most;
  }

  static void product(float[] a, float[] b, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = a[i] * b[i];
    }
  }

  static void addProduct(float[] a, float[] b, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] += a[i] * b[i];
    }
  }

  static void addScaled(float[] a, float factor, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] += factor * a[i];
    }
  }

  static void scale(float[] a, float factor, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = factor * a[i];
    }
  }

  /** {@code center + factor * (a + b)}. */
  static void spread(float[] center, float[] a, float[] b, float factor, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = center[i] + factor * (a[i] + b[i]);
    }
  }

  /** The mean of two where the mask is 1, 0 where it is 0. */
  static void mean(float[] a, float[] b, float[] mask, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = 0.5f * mask[i] * (a[i] + b[i]);
    }
  }

  /** Adds the mean of two where the mask is 1. */
  static void addMean(float[] a, float[] b, float[] mask, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] += 0.5f * mask[i] * (a[i] + b[i]);
    }
  }

  /** {@code a * (b - c)}. */
  static void productOfDifference(float[] a, float[] b, float[] c, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = a[i] * (b[i] - c[i]);
    }
  }

  /** {@code a / max(b, least)}. */
  static void quotient(float[] a, float[] b, float least, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = a[i] / Math.max(b[i], least);
    }
  }

  /**
   * What of a hold h is left a node further: in series with a link of strength 1 it is h / (1 + h),
   * and a coarse node gathers two of them; never more than there was.
   */
  static void fromFurther(float[] inside, float[] hold, float[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = inside[i] * Math.min(1, 2 / (1 + hold[i]));
    }
  }
}
