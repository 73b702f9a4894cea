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
    double[] withOne = new double[in + 1];
    for (int i = 0; i < in; i++) {
      withOne[i] = x[i];
    }
    withOne[in] = 1;
    for (int i = 0; i <= in; i++) {
      double xi = withOne[i];
      double[] row = gram[i];
      for (int j = i; j <= in; j++) {
        row[j] += xi * withOne[j];
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
    double[][] upper = factor(penalty);
    float[] weight = new float[out * in];
    float[] bias = new float[out];
    double[] v = new double[n];
    for (int o = 0; o < out; o++) {
      for (int i = 0; i < n; i++) {
        v[i] = cross[i][o];
      }
      for (int k = 0; k < n; k++) {
        v[k] /= upper[k][k];
        addRow(upper[k], -v[k], v, k + 1);
      }
      for (int i = n - 1; i >= 0; i--) {
        double sum = v[i];
        for (int k = i + 1; k < n; k++) {
          sum -= upper[i][k] * v[k];
        }
        v[i] = sum / upper[i][i];
      }
      for (int i = 0; i < in; i++) {
        weight[o * in + i] = (float) v[i];
      }
      bias[o] = (float) v[in];
    }
    return new Solution(weight, bias);
  }

  /** Cholesky's factor, in the upper triangle; by rows, which compilers vectorise. */
  private double[][] factor(double penalty) {
    int n = in + 1;
    double[][] upper = new double[n][];
    for (int i = 0; i < n; i++) {
      upper[i] = gram[i].clone();
      upper[i][i] += i < in ? penalty * count : 1e-9;
    }
    for (int k = 0; k < n; k++) {
      double[] row = upper[k];
      double root = Math.sqrt(Math.max(row[k], 1e-12));
      for (int j = k; j < n; j++) {
        row[j] /= root;
      }
      row[k] = root;
      for (int i = k + 1; i < n; i++) {
        addRow(row, -row[i], upper[i], i);
      }
    }
    return upper;
  }

  /** Adds a multiple of a row to another from an index on. */
  private static void addRow(double[] row, double factor, double[] sum, int from) {
    for (int j = from; j < sum.length; j++) {
      sum[j] += factor * row[j];
    }
  }
}
