package io.github.mien.linear;

/** Solves small symmetric positive definite systems in place, without allocating. */
public final class Cholesky {
  private Cholesky() {}

  /**
   * Solves A x = b.
   *
   * @param a n rows of n numbers; the upper triangle is read and replaced by the factor U of A = Uᵀ
   *     U
   * @param b n numbers, replaced by x
   * @param n rows
   * @param pivots at least n numbers, scratch
   * @return false if A is not positive definite; a and b are then spoilt
   */
  public static boolean solve(double[] a, double[] b, int n, double[] pivots) {
    for (int k = 0; k < n; k++) {
      int row = k * n;
      double pivot = a[row + k];
      if (!(pivot > 0)) {
        return false;
      }
      double inverse = 1 / Math.sqrt(pivot);
      for (int i = k; i < n; i++) {
        a[row + i] *= inverse;
        pivots[i] = a[row + i];
      }
      b[k] *= inverse;
      for (int i = k + 1; i < n; i++) {
        subtract(pivots[i], pivots, i, a, i * n + i, n - i);
        b[i] -= pivots[i] * b[k];
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

  /** Along a row, from another array: what the compiler turns into vector instructions. */
  private static void subtract(double factor, double[] in, int from, double[] out, int to, int n) {
    for (int i = 0; i < n; i++) {
      out[to + i] -= factor * in[from + i];
    }
  }
}
