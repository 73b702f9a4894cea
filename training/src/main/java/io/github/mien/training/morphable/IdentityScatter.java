package io.github.mien.training.morphable;

import java.util.List;

/**
 * How fits of one person scatter: the pooled covariance of their identities about each person's
 * mean.
 */
final class IdentityScatter {
  /** Share of the covariances that is not believed: few people are known by several photos. */
  private static final double SHRINKAGE = 0.2;

  /** Share of the mean variance that every direction has at least. */
  private static final double FLOOR = 0.02;

  private final int size;
  private final double[][] sum;
  private int freedom;

  /**
   * @param size numbers of an identity
   */
  IdentityScatter(int size) {
    this.size = size;
    sum = new double[size][size];
  }

  /**
   * @param alphas fits of one person
   */
  void add(List<float[]> alphas) {
    double[] mean = new double[size];
    for (float[] alpha : alphas) {
      for (int i = 0; i < size; i++) {
        mean[i] += alpha[i] / alphas.size();
      }
    }
    for (float[] alpha : alphas) {
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          sum[i][j] += (alpha[i] - mean[i]) * (alpha[j] - mean[j]);
        }
      }
    }
    freedom += alphas.size() - 1;
  }

  /** The map after which two fits of one person differ by 1, in the sense of the mean square. */
  float[] whitening() {
    double[][] root = cholesky(covariance());
    float[] inverse = new float[size * size];
    double scale = 1 / Math.sqrt(2);
    for (int column = 0; column < size; column++) {
      double[] x = new double[size];
      for (int i = column; i < size; i++) {
        double value = i == column ? scale : 0;
        for (int k = column; k < i; k++) {
          value -= root[i][k] * x[k];
        }
        x[i] = value / root[i][i];
        inverse[i * size + column] = (float) x[i];
      }
    }
    return inverse;
  }

  private double[][] covariance() {
    double[][] covariance = new double[size][size];
    double trace = 0;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        covariance[i][j] = sum[i][j] / freedom * (i == j ? 1 : 1 - SHRINKAGE);
      }
      trace += covariance[i][i];
    }
    for (int i = 0; i < size; i++) {
      covariance[i][i] += FLOOR * trace / size;
    }
    return covariance;
  }

  private static double[][] cholesky(double[][] matrix) {
    int n = matrix.length;
    double[][] root = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double value = matrix[i][j];
        for (int k = 0; k < j; k++) {
          value -= root[i][k] * root[j][k];
        }
        root[i][j] = i == j ? Math.sqrt(value) : value / root[j][j];
      }
    }
    return root;
  }
}
