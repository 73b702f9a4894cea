package io.github.mien.testkit;

/**
 * A direct solver for symmetric positive definite matrices whose numbers are near the diagonal: A =
 * L Lᵀ, in double precision.
 */
final class BandedCholesky {
  private final int band;

  /** Row i holds L's columns i - band to i. */
  private final double[][] rows;

  /**
   * @param size rows and columns
   * @param band how far from the diagonal numbers are
   */
  BandedCholesky(int size, int band) {
    this.band = band;
    this.rows = new double[size][band + 1];
  }

  /** Adds to a number on or below the diagonal. */
  void add(int row, int column, double number) {
    rows[row][column - row + band] += number;
  }

  void factorise() {
    for (int i = 0; i < rows.length; i++) {
      for (int j = Math.max(0, i - band); j <= i; j++) {
        double sum = rows[i][j - i + band];
        for (int k = Math.max(0, i - band); k < j; k++) {
          if (k >= j - band) {
            sum -= rows[i][k - i + band] * rows[j][k - j + band];
          }
        }
        rows[i][j - i + band] = i == j ? Math.sqrt(sum) : sum / rows[j][band];
      }
    }
  }

  /** Replaces a right-hand side by the solution. */
  void solve(double[] x) {
    for (int i = 0; i < x.length; i++) {
      for (int k = Math.max(0, i - band); k < i; k++) {
        x[i] -= rows[i][k - i + band] * x[k];
      }
      x[i] /= rows[i][band];
    }
    for (int i = x.length - 1; i >= 0; i--) {
      x[i] /= rows[i][band];
      for (int k = Math.max(0, i - band); k < i; k++) {
        x[k] -= rows[i][k - i + band] * x[i];
      }
    }
  }
}
