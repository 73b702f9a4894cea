package io.github.mien.encode;

/**
 * A matrix and a constant: y = W x + b. Both orders of the matrix are kept, since sums along rows
 * of floats are not vectorised but adding multiples of rows is.
 */
final class Dense {
  private final int in;
  private final int out;
  private final float[] byInput;
  private final float[] byOutput;
  private final float[] bias;

  /**
   * @param weight [out][in], row-major
   * @param bias [out]
   */
  Dense(float[] weight, float[] bias) {
    this.out = bias.length;
    this.in = weight.length / out;
    this.byOutput = weight;
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

  /** W x: how the output moves when the input does. */
  float[] push(float[] x) {
    float[] y = new float[out];
    addProduct(byInput, x, y);
    return y;
  }

  /** The transpose of W times a gradient over the output. */
  float[] pull(float[] gradient) {
    float[] g = new float[in];
    addProduct(byOutput, gradient, g);
    return g;
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
