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
   * @param x [in][columns], row-major
   * @return [out][columns]
   */
  float[] push(float[] x, int columns) {
    float[] y = new float[out * columns];
    for (int o = 0; o < out; o++) {
      int i = 0;
      for (; i + 3 < in; i += 4) {
        addRows(weight, o * in + i, x, i * columns, y, o * columns, columns);
      }
      for (; i < in; i++) {
        addRow(weight[o * in + i], x, i * columns, y, o * columns, columns);
      }
    }
    return y;
  }

  private static void addRows(
      float[] weight, int at, float[] x, int from, float[] y, int to, int n) {
    float f0 = weight[at], f1 = weight[at + 1], f2 = weight[at + 2], f3 = weight[at + 3];
    for (int c = 0; c < n; c++) {
      y[to + c] +=
          f0 * x[from + c]
              + f1 * x[from + n + c]
              + f2 * x[from + 2 * n + c]
              + f3 * x[from + 3 * n + c];
    }
  }

  private static void addRow(float factor, float[] x, int from, float[] y, int to, int n) {
    for (int c = 0; c < n; c++) {
      y[to + c] += factor * x[from + c];
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
