package io.github.mien.training.data;

/** Solves a small dense linear system by Gauss's elimination with the largest pivots. */
public final class LinearSystem {
  private LinearSystem() {}

  /**
   * @param matrix n rows of n; destroyed
   * @param right n rows; destroyed
   * @return n rows of as many columns as {@code right} has
   */
  public static double[][] solve(double[][] matrix, double[][] right) {
    int n = matrix.length;
    for (int k = 0; k < n; k++) {
      int pivot = k;
      for (int i = k + 1; i < n; i++) {
        if (Math.abs(matrix[i][k]) > Math.abs(matrix[pivot][k])) {
          pivot = i;
        }
      }
      swap(matrix, k, pivot);
      swap(right, k, pivot);
      for (int i = k + 1; i < n; i++) {
        double factor = matrix[i][k] / matrix[k][k];
        subtract(matrix[i], factor, matrix[k]);
        subtract(right[i], factor, right[k]);
      }
    }
    for (int k = n - 1; k >= 0; k--) {
      for (int j = k + 1; j < n; j++) {
        subtract(right[k], matrix[k][j], right[j]);
      }
      for (int c = 0; c < right[k].length; c++) {
        right[k][c] /= matrix[k][k];
      }
    }
    return right;
  }

  private static void swap(double[][] rows, int a, int b) {
    double[] row = rows[a];
    rows[a] = rows[b];
    rows[b] = row;
  }

  private static void subtract(double[] row, double factor, double[] other) {
    for (int i = 0; i < row.length; i++) {
      row[i] -= factor * other[i];
    }
  }
}
