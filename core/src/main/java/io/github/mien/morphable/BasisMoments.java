package io.github.mien.morphable;

/**
 * A {@link FaceBasis} as sums over its points. Under a scaled orthographic camera the sum of
 * squared distances, and all of its derivatives, depend on the shapes only through these, so a fit
 * looks at the points once and not in every round.
 *
 * <p>Column 0 is the mean shape, then identity, then expression: a face is the sum of columns times
 * θ with θ₀ = 1. Immutable, shared between threads.
 */
final class BasisMoments {
  private static final int AXES = 3;

  /** Columns. */
  final int size;

  /** Points. */
  final int points;

  /** For each coordinate of each point its value in all columns. */
  private final double[] rows;

  /** The columns as they are given. */
  private final float[][] columns;

  /**
   * For axes k and l, at 3k + l, row-major over columns i and j: the sum over points of i's k times
   * j's l.
   */
  private final double[][] products = new double[AXES * AXES][];

  /** What differs in order only, added: xx, yy, zz, xy, xz, yz. */
  private final double[][] symmetric = new double[2 * AXES][];

  /** For each axis the sum over points of each column. */
  final double[][] sums = new double[AXES][];

  BasisMoments(FaceBasis basis) {
    points = basis.points().length;
    size = 1 + basis.identity().length + basis.expression().length;
    rows = new double[AXES * points * size];
    columns = new float[size][];
    int column = 0;
    fill(basis.mean(), column++);
    for (float[] direction : basis.identity()) {
      fill(direction, column++);
    }
    for (float[] direction : basis.expression()) {
      fill(direction, column++);
    }
    for (int k = 0; k < AXES; k++) {
      sums[k] = new double[size];
      for (int p = 0; p < points; p++) {
        add(1, rows, (AXES * p + k) * size, sums[k], 0, size);
      }
      for (int l = 0; l < AXES; l++) {
        products[AXES * k + l] = product(k, l);
      }
    }
    for (int k = 0; k < AXES; k++) {
      symmetric[k] = products[AXES * k + k];
    }
    symmetric[3] = sum(products[1], products[3]);
    symmetric[4] = sum(products[2], products[6]);
    symmetric[5] = sum(products[5], products[7]);
  }

  private void fill(float[] shape, int column) {
    columns[column] = shape;
    for (int i = 0; i < shape.length; i++) {
      rows[i * size + column] = shape[i];
    }
  }

  private double[] product(int k, int l) {
    double[] product = new double[size * size];
    for (int p = 0; p < points; p++) {
      int left = (AXES * p + k) * size;
      int right = (AXES * p + l) * size;
      for (int i = 0; i < size; i++) {
        add(rows[left + i], rows, right, product, i * size, size);
      }
    }
    return product;
  }

  private static double[] sum(double[] a, double[] b) {
    double[] sum = a.clone();
    add(1, b, 0, sum, 0, sum.length);
    return sum;
  }

  /**
   * Sums over points of each column's axis k times the shape's axis l.
   *
   * @param theta the shape
   * @param out at 3k + l a number per column
   */
  void timesShape(double[] theta, double[][] out) {
    for (int k = 0; k < AXES; k++) {
      for (int l = 0; l < AXES; l++) {
        double[] target = out[AXES * k + l];
        java.util.Arrays.fill(target, 0);
        double[] turned = products[AXES * l + k];
        for (int j = 0; j < size; j++) {
          if (theta[j] != 0) {
            add(theta[j], turned, j * size, target, 0, size);
          }
        }
      }
    }
  }

  /**
   * Sums over points of each column times what was seen.
   *
   * @param seen x, y of each point
   * @param out at 3a + k, for axis a of the picture and k of space, a number per column
   */
  void timesPicture(double[] seen, double[][] out) {
    for (double[] target : out) {
      java.util.Arrays.fill(target, 0);
    }
    for (int p = 0; p < points; p++) {
      for (int k = 0; k < AXES; k++) {
        int row = (AXES * p + k) * size;
        addTwice(seen[2 * p], seen[2 * p + 1], rows, row, out[k], out[AXES + k], size);
      }
    }
  }

  /**
   * One row of Σ of symmetric 3×3 weights times the products, from the diagonal on.
   *
   * @param weights xx, yy, zz, xy, xz, yz
   * @param i column, not the mean
   * @param out the row
   * @param at where its entry (i, i) goes
   */
  void quadraticRow(double[] weights, int i, double[] out, int at) {
    double xx = weights[0], yy = weights[1], zz = weights[2];
    double xy = weights[3], xz = weights[4], yz = weights[5];
    double[] a = symmetric[0], b = symmetric[1], c = symmetric[2];
    double[] d = symmetric[3], e = symmetric[4], f = symmetric[5];
    int start = i * size + i;
    for (int j = 0; j < size - i; j++) {
      int s = start + j;
      out[at + j] = xx * a[s] + yy * b[s] + zz * c[s] + xy * d[s] + xz * e[s] + yz * f[s];
    }
  }

  /**
   * The shape itself.
   *
   * @param theta amounts of the columns
   * @param out x, y, z of each point
   */
  void shape(double[] theta, float[] out) {
    java.util.Arrays.fill(out, 0);
    for (int i = 0; i < size; i++) {
      if (theta[i] != 0) {
        add((float) theta[i], columns[i], out);
      }
    }
  }

  private static void add(float factor, float[] in, float[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] += factor * in[i];
    }
  }

  private static void addTwice(
      double x, double y, double[] in, int from, double[] outX, double[] outY, int n) {
    for (int i = 0; i < n; i++) {
      outX[i] += x * in[from + i];
      outY[i] += y * in[from + i];
    }
  }

  static double dot(double[] a, int at, double[] b, int n) {
    double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
    int i = 0;
    for (; i + 3 < n; i += 4) {
      s0 += a[at + i] * b[i];
      s1 += a[at + i + 1] * b[i + 1];
      s2 += a[at + i + 2] * b[i + 2];
      s3 += a[at + i + 3] * b[i + 3];
    }
    for (; i < n; i++) {
      s0 += a[at + i] * b[i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  /** out[to + i] += factor · in[from + i]. */
  static void add(double factor, double[] in, int from, double[] out, int to, int n) {
    for (int i = 0; i < n; i++) {
      out[to + i] += factor * in[from + i];
    }
  }
}
