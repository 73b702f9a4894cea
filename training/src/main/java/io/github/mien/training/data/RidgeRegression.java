package io.github.mien.training.data;

import java.util.ArrayList;
import java.util.List;

/**
 * Linear regression with a penalty on the size of the weights, by the normal equations and
 * Cholesky's factors. Samples are added one by one; memory grows with the square of the inputs.
 */
public final class RidgeRegression {
  private static final int BLOCK = 32;

  private final int in;
  private final int out;
  private final double[][] gram;
  private final double[][] cross;
  private final List<double[]> waiting = new ArrayList<>();
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
    double[] input = new double[in + 1];
    for (int i = 0; i < in; i++) {
      input[i] = x[i];
    }
    input[in] = 1;
    for (int i = 0; i <= in; i++) {
      for (int k = 0; k < out; k++) {
        cross[i][k] += input[i] * y[k];
      }
    }
    waiting.add(input);
    if (waiting.size() == BLOCK) {
      addProducts();
    }
  }

  /** Of many samples at once, so that each row is read and written less often. */
  private void addProducts() {
    for (int i = 0; i <= in; i++) {
      for (double[] input : waiting) {
        addRow(input, input[i], gram[i], i);
      }
    }
    waiting.clear();
  }

  /** Weights, out rows of in, and constants. */
  public record Solution(float[] weight, float[] bias) {}

  /**
   * @param penalty on the mean of squares; the constants are free
   */
  public Solution solve(double penalty) {
    addProducts();
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

  /** Cholesky's factor, in the upper triangle, by blocks of rows that stay in the cache. */
  private double[][] factor(double penalty) {
    int n = in + 1;
    double[][] upper = new double[n][];
    for (int i = 0; i < n; i++) {
      upper[i] = gram[i].clone();
      upper[i][i] += i < in ? penalty * count : 1e-9;
    }
    for (int first = 0; first < n; first += BLOCK) {
      int end = Math.min(n, first + BLOCK);
      for (int k = first; k < end; k++) {
        subtractRows(upper, first, k, k);
        divideByRoot(upper[k], k);
      }
      for (int i = end; i < n; i++) {
        subtractRows(upper, first, end, i);
      }
    }
    return upper;
  }

  /** Takes what rows from first to end share with row i out of it. */
  private static void subtractRows(double[][] upper, int first, int end, int i) {
    for (int k = first; k < end; k++) {
      addRow(upper[k], -upper[k][i], upper[i], i);
    }
  }

  private static void divideByRoot(double[] row, int diagonal) {
    double root = Math.sqrt(Math.max(row[diagonal], 1e-12));
    for (int j = diagonal; j < row.length; j++) {
      row[j] /= root;
    }
    row[diagonal] = root;
  }

  /** Adds a multiple of a row to another from an index on. */
  private static void addRow(double[] row, double factor, double[] sum, int from) {
    for (int j = from; j < sum.length; j++) {
      sum[j] += factor * row[j];
    }
  }
}
