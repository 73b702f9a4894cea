package io.github.mien.training.data;

/**
 * Linear regression with a penalty on the size of the weights, by the normal equations and
 * Cholesky's factors. Samples are added one by one; memory grows with the square of the inputs.
 */
public final class RidgeRegression {
  private final int in;
  private final int out;
  private final double[][] gram;
  private final double[][] cross;
  private long count;

  /**
   * @param in inputs per sample
   * @param out outputs per sample
   */
  public RidgeRegression(int in, int out) {
    this.in = in;
    this.out = out;
    this.gram = new double[in + 1][in + 1];
    this.cross = new double[in + 1][out];
  }

  /**
   * @param x at least {@code in} numbers
   * @param y at least {@code out} numbers
   */
  public void add(float[] x, float[] y) {
    count++;
    for (int i = 0; i <= in; i++) {
      double xi = i < in ? x[i] : 1;
      for (int j = 0; j <= i; j++) {
        gram[i][j] += xi * (j < in ? x[j] : 1);
      }
      for (int k = 0; k < out; k++) {
        cross[i][k] += xi * y[k];
      }
    }
  }

  /** Weights, out rows of in, and constants. */
  public record Solution(float[] weight, float[] bias) {}

  /**
   * @param penalty on the mean of squares; the constants are free
   */
  public Solution solve(double penalty) {
    int n = in + 1;
    double[][] l = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = gram[i][j];
        if (i == j) {
          sum += i < in ? penalty * count : 1e-9;
        }
        for (int k = 0; k < j; k++) {
          sum -= l[i][k] * l[j][k];
        }
        l[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / l[j][j];
      }
    }
    float[] weight = new float[out * in];
    float[] bias = new float[out];
    double[] v = new double[n];
    for (int o = 0; o < out; o++) {
      for (int i = 0; i < n; i++) {
        double sum = cross[i][o];
        for (int k = 0; k < i; k++) {
          sum -= l[i][k] * v[k];
        }
        v[i] = sum / l[i][i];
      }
      for (int i = n - 1; i >= 0; i--) {
        double sum = v[i];
        for (int k = i + 1; k < n; k++) {
          sum -= l[k][i] * v[k];
        }
        v[i] = sum / l[i][i];
      }
      for (int i = 0; i < in; i++) {
        weight[o * in + i] = (float) v[i];
      }
      bias[o] = (float) v[in];
    }
    return new Solution(weight, bias);
  }
}
