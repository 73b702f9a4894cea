package io.github.mien.samples.average;

/**
 * The smoothest map of the plane that takes given points (almost) to given others; far from them it
 * goes on as an affine map (Bookstein 1989, Principal Warps).
 */
final class ThinPlateSpline {
  private final double[] points;
  private final double[] weightsX;
  private final double[] weightsY;

  private ThinPlateSpline(double[] points, double[] weightsX, double[] weightsY) {
    this.points = points;
    this.weightsX = weightsX;
    this.weightsY = weightsY;
  }

  /**
   * @param from x, y pairs, not all on a line
   * @param to as many pairs
   * @param stiffness 0 goes exactly through the points; above, points that lie close together need
   *     not agree
   */
  static ThinPlateSpline through(double[] from, double[] to, double stiffness) {
    int n = from.length / 2;
    double[][] system = new double[n + 3][n + 5];
    for (int i = 0; i < n; i++) {
      double x = from[2 * i];
      double y = from[2 * i + 1];
      for (int j = 0; j < n; j++) {
        system[i][j] = bend(x - from[2 * j], y - from[2 * j + 1]);
      }
      system[i][i] += stiffness;
      system[i][n] = system[n][i] = 1;
      system[i][n + 1] = system[n + 1][i] = x;
      system[i][n + 2] = system[n + 2][i] = y;
      system[i][n + 3] = to[2 * i];
      system[i][n + 4] = to[2 * i + 1];
    }
    eliminate(system);
    double[] weightsX = new double[n + 3];
    double[] weightsY = new double[n + 3];
    for (int i = 0; i < n + 3; i++) {
      weightsX[i] = system[i][n + 3];
      weightsY[i] = system[i][n + 4];
    }
    return new ThinPlateSpline(from.clone(), weightsX, weightsY);
  }

  double mapX(double x, double y) {
    return map(weightsX, x, y);
  }

  double mapY(double x, double y) {
    return map(weightsY, x, y);
  }

  private double map(double[] weights, double x, double y) {
    int n = points.length / 2;
    double sum = weights[n] + weights[n + 1] * x + weights[n + 2] * y;
    for (int i = 0; i < n; i++) {
      sum += weights[i] * bend(x - points[2 * i], y - points[2 * i + 1]);
    }
    return sum;
  }

  private static double bend(double dx, double dy) {
    double squared = dx * dx + dy * dy;
    return squared < 1e-12 ? 0 : squared * Math.log(squared);
  }

  /** Gauss-Jordan elimination with row exchange; the right-hand sides become the solutions. */
  private static void eliminate(double[][] system) {
    int n = system.length;
    for (int pivot = 0; pivot < n; pivot++) {
      int largest = pivot;
      for (int row = pivot + 1; row < n; row++) {
        if (Math.abs(system[row][pivot]) > Math.abs(system[largest][pivot])) {
          largest = row;
        }
      }
      double[] top = system[largest];
      system[largest] = system[pivot];
      system[pivot] = top;
      for (int column = top.length - 1; column >= pivot; column--) {
        top[column] /= top[pivot];
      }
      for (int row = 0; row < n; row++) {
        if (row != pivot) {
          subtract(system[row], top, pivot);
        }
      }
    }
  }

  private static void subtract(double[] row, double[] top, int from) {
    double factor = row[from];
    for (int column = from; column < row.length; column++) {
      row[column] -= factor * top[column];
    }
  }
}
