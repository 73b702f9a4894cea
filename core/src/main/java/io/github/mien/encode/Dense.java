package io.github.mien.encode;

/**
 * A matrix and a constant: y = W x + b. Both orders of the matrix are kept, since sums along rows
 * of floats are not vectorised but adding multiples of rows is.
 */
final class Dense {
  private final int in;
  private final int out;
  private final float[] byInput;
  private final float[] weight;
  private final float[] bias;

  /**
   * @param weight [out][in], row-major
   * @param bias [out]
   */
  Dense(float[] weight, float[] bias) {
    this.out = bias.length;
    this.in = weight.length / out;
    this.weight = weight;
    this.bias = bias;
    this.byInput = new float[weight.length];
    for (int o = 0; o < out; o++) {
      for (int i = 0; i < in; i++) {
        byInput[i * out + o] = weight[o * in + i];
      }
    }
  }

  /** W x + b. */
  float[] apply(float[] x) {
    float[] y = bias.clone();
    addProduct(byInput, x, y);
    return y;
  }

  /**
   * W X: how the output moves along several changes of the input.
   *
   * @param x [in][columns]
   * @return [out][columns]
   */
  float[][] push(float[][] x, int columns) {
    float[][] y = new float[out][columns];
    int whole = in - in % 4;
    for (int o = 0; o < out; o++) {
      int row = o * in;
      for (int i = 0; i < whole; i += 4) {
        addRows(weight, row + i, x[i], x[i + 1], x[i + 2], x[i + 3], y[o]);
      }
      for (int i = whole; i < in; i++) {
        addRow(weight[row + i], x[i], y[o]);
      }
    }
    return y;
  }

  /** All arrays at the same index: JDK 17 vectorises nothing else. */
  private static void addRows(
      float[] weight, int at, float[] x0, float[] x1, float[] x2, float[] x3, float[] sum) {
    float f0 = weight[at], f1 = weight[at + 1], f2 = weight[at + 2], f3 = weight[at + 3];
    for (int c = 0; c < sum.length; c++) {
      sum[c] += f0 * x0[c] + f1 * x1[c] + f2 * x2[c] + f3 * x3[c];
    }
  }

  private static void addRow(float factor, float[] x, float[] sum) {
    for (int c = 0; c < sum.length; c++) {
      sum[c] += factor * x[c];
    }
  }

  /** Four rows at a time, so that the sum is read and written a quarter as often. */
  private static void addProduct(float[] rows, float[] factors, float[] sum) {
    int n = sum.length;
    int j = 0;
    for (; j + 3 < factors.length; j += 4) {
      float f0 = factors[j], f1 = factors[j + 1], f2 = factors[j + 2], f3 = factors[j + 3];
      int r0 = j * n, r1 = r0 + n, r2 = r1 + n, r3 = r2 + n;
      for (int i = 0; i < n; i++) {
        sum[i] += rows[r0 + i] * f0 + rows[r1 + i] * f1 + rows[r2 + i] * f2 + rows[r3 + i] * f3;
      }
    }
    for (; j < factors.length; j++) {
      float factor = factors[j];
      int row = j * n;
      for (int i = 0; i < n; i++) {
        sum[i] += rows[row + i] * factor;
      }
    }
  }
}
