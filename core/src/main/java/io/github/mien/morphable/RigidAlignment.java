package io.github.mien.morphable;

/**
 * The rotation, uniform scale and shift that bring points nearest to others in the sense of
 * weighted least squares: Horn 1987, "Closed-form solution of absolute orientation using unit
 * quaternions".
 */
final class RigidAlignment {
  private static final int SWEEPS = 20;

  private RigidAlignment() {}

  /**
   * @param from x, y, z of each point
   * @param to as many
   * @param weights one for each point, not negative
   */
  static HeadFrame of(float[] from, float[] to, float[] weights) {
    double[] a = centroid(from, weights);
    double[] b = centroid(to, weights);
    double[] m = new double[9];
    double norm = 0;
    for (int p = 0; p < weights.length; p++) {
      double w = weights[p];
      for (int i = 0; i < 3; i++) {
        double f = from[3 * p + i] - a[i];
        norm += w * f * f;
        for (int j = 0; j < 3; j++) {
          m[3 * i + j] += w * f * (to[3 * p + j] - b[j]);
        }
      }
    }
    double[] rotation = rotation(m);
    double dot = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        dot += rotation[3 * j + i] * m[3 * i + j];
      }
    }
    double scale = dot / norm;
    double[] shift = new double[3];
    for (int j = 0; j < 3; j++) {
      shift[j] = b[j];
      for (int i = 0; i < 3; i++) {
        shift[j] -= scale * rotation[3 * j + i] * a[i];
      }
    }
    return new HeadFrame(rotation, scale, shift);
  }

  private static double[] centroid(float[] points, float[] weights) {
    double[] sum = new double[3];
    double total = 0;
    for (int p = 0; p < weights.length; p++) {
      total += weights[p];
      for (int i = 0; i < 3; i++) {
        sum[i] += weights[p] * points[3 * p + i];
      }
    }
    for (int i = 0; i < 3; i++) {
      sum[i] /= total;
    }
    return sum;
  }

  /**
   * @param m sums of from × to, [from][to]
   */
  private static double[] rotation(double[] m) {
    double[][] n = {
      {m[0] + m[4] + m[8], m[5] - m[7], m[6] - m[2], m[1] - m[3]},
      {m[5] - m[7], m[0] - m[4] - m[8], m[1] + m[3], m[6] + m[2]},
      {m[6] - m[2], m[1] + m[3], m[4] - m[0] - m[8], m[5] + m[7]},
      {m[1] - m[3], m[6] + m[2], m[5] + m[7], m[8] - m[0] - m[4]}
    };
    double[] q = largestEigenvector(n);
    double w = q[0], x = q[1], y = q[2], z = q[3];
    return new double[] {
      w * w + x * x - y * y - z * z,
      2 * (x * y - w * z),
      2 * (x * z + w * y),
      2 * (x * y + w * z),
      w * w - x * x + y * y - z * z,
      2 * (y * z - w * x),
      2 * (x * z - w * y),
      2 * (y * z + w * x),
      w * w - x * x - y * y + z * z
    };
  }

  /** By Jacobi's rotations; n is destroyed. */
  private static double[] largestEigenvector(double[][] n) {
    double[][] v = {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}};
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int p = 0; p < 3; p++) {
        for (int q = p + 1; q < 4; q++) {
          if (n[p][q] != 0) {
            rotate(n, v, p, q);
          }
        }
      }
    }
    int best = 0;
    for (int i = 1; i < 4; i++) {
      if (n[i][i] > n[best][best]) {
        best = i;
      }
    }
    return new double[] {v[0][best], v[1][best], v[2][best], v[3][best]};
  }

  private static void rotate(double[][] n, double[][] v, int p, int q) {
    double theta = (n[q][q] - n[p][p]) / (2 * n[p][q]);
    double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double c = 1 / Math.sqrt(t * t + 1);
    double s = t * c;
    for (int k = 0; k < 4; k++) {
      double a = n[k][p], b = n[k][q];
      n[k][p] = c * a - s * b;
      n[k][q] = s * a + c * b;
    }
    for (int k = 0; k < 4; k++) {
      double a = n[p][k], b = n[q][k];
      n[p][k] = c * a - s * b;
      n[q][k] = s * a + c * b;
    }
    for (int k = 0; k < 4; k++) {
      double a = v[k][p], b = v[k][q];
      v[k][p] = c * a - s * b;
      v[k][q] = s * a + c * b;
    }
  }
}
