package io.github.mien.morphable;

/** Solves small symmetric positive definite systems in place, without allocating. */
final class Cholesky {
  private Cholesky() {}

  /**
   * Solves A x = b.
   *
   * @param a n rows of n numbers; the upper triangle is read and replaced by the factor U of A = Uᵀ
   *     U
   * @param b n numbers, replaced by x
   * @param n rows
   * @return false if A is not positive definite; a and b are then spoilt
   */
  static boolean solve(double[] a, double[] b, int n) {
    for (int k = 0; k < n; k++) {
      int row = k * n;
      double pivot = a[row + k];
      if (!(pivot > 0)) {
        return false;
      }
      double inverse = 1 / Math.sqrt(pivot);
      scale(a, row + k, row + n, inverse);
      b[k] *= inverse;
      for (int i = k + 1; i < n; i++) {
        double factor = a[row + i];
        if (factor != 0) {
          subtract(a, i * n + i, (i + 1) * n, factor, row + i);
          b[i] -= factor * b[k];
        }
      }
    }
    for (int k = n - 1; k >= 0; k--) {
      int row = k * n;
      double sum = b[k];
      for (int i = k + 1; i < n; i++) {
        sum -= a[row + i] * b[i];
      }
      b[k] = sum / a[row + k];
    }
    return true;
  }

  private static void scale(double[] a, int from, int to, double factor) {
    for (int i = from; i < to; i++) {
      a[i] *= factor;
    }
  }

  /** By columns of a row, which the compiler turns into vector instructions. */
  private static void subtract(double[] a, int from, int to, double factor, int other) {
    int shift = other - from;
    for (int i = from; i < to; i++) {
      a[i] -= factor * a[i + shift];
    }
  }
}
