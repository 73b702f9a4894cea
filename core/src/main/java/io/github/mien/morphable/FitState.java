package io.github.mien.morphable;

import io.github.mien.linear.Cholesky;

/**
 * A pose and a shape under trial, in the unit of {@link Observation}: seen x, y = scale · (first
 * two rows of the rotation) · shape + shift.
 */
final class FitState {
  /** 3×3, row-major. */
  final double[] rotation = new double[9];

  final double[] shift = new double[2];
  double scale;

  /** Amounts of the columns of {@link BasisMoments}. */
  final double[] theta;

  /** Of the shape, see {@link BasisMoments#timesShape}. */
  final double[][] crossed;

  /** Sums over points of the shape's axis k times its axis l, at 3k + l. */
  final double[] squared = new double[9];

  /** Sum over points of the shape. */
  final double[] total = new double[3];

  FitState(int size) {
    theta = new double[size];
    crossed = new double[9][size];
  }

  void set(FitState other) {
    System.arraycopy(other.rotation, 0, rotation, 0, 9);
    System.arraycopy(other.shift, 0, shift, 0, 2);
    scale = other.scale;
    System.arraycopy(other.theta, 0, theta, 0, theta.length);
  }

  /** Brings the sums up to date with θ. */
  void sum(BasisMoments moments) {
    moments.timesShape(theta, crossed);
    for (int kl = 0; kl < 9; kl++) {
      squared[kl] = BasisMoments.dot(crossed[kl], 0, theta, theta.length);
    }
    for (int k = 0; k < 3; k++) {
      total[k] = BasisMoments.dot(moments.sums[k], 0, theta, theta.length);
    }
  }

  /** Half the sum of squared distances to what was seen. */
  double distance(Observation seen) {
    double shapes = 0, mixed = 0;
    for (int a = 0; a < 2; a++) {
      double along = 0;
      for (int k = 0; k < 3; k++) {
        double r = rotation[3 * a + k];
        along += r * total[k];
        mixed += r * BasisMoments.dot(seen.crossed[3 * a + k], 0, theta, theta.length);
        for (int l = 0; l < 3; l++) {
          shapes += r * rotation[3 * a + l] * squared[3 * k + l];
        }
      }
      shapes += 2 * shift[a] * along / scale;
    }
    double still = 0;
    for (int a = 0; a < 2; a++) {
      still += shift[a] * (shift[a] * seen.points - 2 * seen.total[a]);
    }
    return 0.5 * (scale * (scale * shapes - 2 * mixed) + still + seen.squares);
  }

  /**
   * Moves the pose.
   *
   * @param step rotation vector, change of scale, of shift x and y
   */
  void move(double[] step) {
    turn(step[0], step[1], step[2]);
    scale += step[3];
    shift[0] += step[4];
    shift[1] += step[5];
  }

  /** Turns by a rotation vector: Rodrigues' formula on each column. */
  private void turn(double x, double y, double z) {
    double angle = Math.sqrt(x * x + y * y + z * z);
    if (angle == 0) {
      return;
    }
    double cos = Math.cos(angle), sin = Math.sin(angle) / angle;
    double rest = (1 - cos) / (angle * angle);
    for (int c = 0; c < 3; c++) {
      double a = rotation[c], b = rotation[3 + c], d = rotation[6 + c];
      double along = rest * (x * a + y * b + z * d);
      rotation[c] = cos * a + sin * (y * d - z * b) + along * x;
      rotation[3 + c] = cos * b + sin * (z * a - x * d) + along * y;
      rotation[6 + c] = cos * d + sin * (x * b - y * a) + along * z;
    }
  }

  /**
   * The pose in which a shape comes nearest to what was seen: the best affine camera, made a scaled
   * rotation.
   *
   * @param scratch at least 16 numbers
   * @param row at least 4 numbers
   * @param pivots at least 4 numbers
   */
  void pose(
      BasisMoments moments, Observation seen, double[] scratch, double[] row, double[] pivots) {
    for (int a = 0; a < 2; a++) {
      for (int k = 0; k < 3; k++) {
        for (int l = 0; l < 3; l++) {
          scratch[4 * k + l] = squared[3 * k + l];
        }
        scratch[4 * k + 3] = total[k];
        row[k] = BasisMoments.dot(seen.crossed[3 * a + k], 0, theta, theta.length);
      }
      scratch[15] = seen.points;
      row[3] = seen.total[a];
      if (!Cholesky.solve(scratch, row, 4, pivots)) {
        throw new IllegalArgumentException("the points of the model lie in a plane");
      }
      System.arraycopy(row, 0, rotation, 3 * a, 3);
      shift[a] = row[3];
    }
    double first = length(0), second = length(3);
    if (first == 0 || second == 0) {
      throw new IllegalArgumentException("the points lie on a line and show no face");
    }
    scale = (first + second) / 2;
    straighten(first, second);
  }

  private void straighten(double first, double second) {
    double dot = 0;
    for (int k = 0; k < 3; k++) {
      rotation[k] /= first;
      rotation[3 + k] /= second;
      dot += rotation[k] * rotation[3 + k];
    }
    for (int k = 0; k < 3; k++) {
      rotation[3 + k] -= dot * rotation[k];
    }
    double left = length(3);
    for (int k = 0; k < 3; k++) {
      rotation[3 + k] /= left;
    }
    for (int k = 0; k < 3; k++) {
      int l = (k + 1) % 3, m = (k + 2) % 3;
      rotation[6 + k] = rotation[l] * rotation[3 + m] - rotation[m] * rotation[3 + l];
    }
  }

  private double length(int row) {
    double x = rotation[row], y = rotation[row + 1], z = rotation[row + 2];
    return Math.sqrt(x * x + y * y + z * z);
  }
}
