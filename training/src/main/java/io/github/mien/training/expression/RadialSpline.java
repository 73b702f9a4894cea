package io.github.mien.training.expression;

import io.github.mien.training.data.LinearSystem;

/**
 * The map of space that brings points onto others and bends least: a polyharmonic spline with the
 * kernel r, after Bookstein 1989.
 */
final class RadialSpline {
  private static final double STIFFNESS = 1e-3;

  private final double[][] centres;
  private final double[][] weights;

  /**
   * @param from n rows of x, y, z
   * @param to where they go
   */
  RadialSpline(double[][] from, double[][] to) {
    int n = from.length;
    centres = from;
    double[][] matrix = new double[n + 4][n + 4];
    double[][] right = new double[n + 4][3];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        matrix[i][j] = distance(from[i], from[j]) - (i == j ? STIFFNESS : 0);
      }
      for (int k = 0; k < 4; k++) {
        matrix[i][n + k] = k == 0 ? 1 : from[i][k - 1];
        matrix[n + k][i] = matrix[i][n + k];
      }
      for (int k = 0; k < 3; k++) {
        right[i][k] = to[i][k] - from[i][k];
      }
    }
    weights = LinearSystem.solve(matrix, right);
  }

  double[] map(double[] point) {
    int n = centres.length;
    double[] out = point.clone();
    for (int k = 0; k < 3; k++) {
      out[k] += weights[n][k];
      for (int j = 0; j < 3; j++) {
        out[k] += weights[n + 1 + j][k] * point[j];
      }
    }
    for (int i = 0; i < n; i++) {
      double r = distance(point, centres[i]);
      for (int k = 0; k < 3; k++) {
        out[k] += r * weights[i][k];
      }
    }
    return out;
  }

  private static double distance(double[] a, double[] b) {
    double x = a[0] - b[0], y = a[1] - b[1], z = a[2] - b[2];
    return Math.sqrt(x * x + y * y + z * z);
  }
}
