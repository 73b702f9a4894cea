package io.github.mien.meme;

import java.util.Arrays;

/**
 * The middle of the spectrum of a {@link LumaGrid}: those coefficients of its discrete cosine
 * transform (type II, orthonormal) that neither make up large shapes nor are lost when a picture is
 * made small. Immutable and thread-safe.
 */
final class CosineBand {
  private static final int SIDE = LumaGrid.SIDE;
  private static final float[][] COSINES = new float[SIDE][];

  /** Frequencies that count as about the same. */
  private static final int RING = 4;

  private final int[] columns;
  private final int[] rows;
  private final int high;

  static {
    for (int k = 0; k < SIDE; k++) {
      COSINES[k] = cosines(k);
    }
  }

  /**
   * @param low the lowest frequency, in half waves per side of the grid
   * @param high what all frequencies are below
   */
  CosineBand(int low, int high) {
    this.high = high;
    int[] u = new int[high * high];
    int[] v = new int[high * high];
    int count = 0;
    for (int row = 0; row < high; row++) {
      for (int column = 0; column < high; column++) {
        int square = row * row + column * column;
        if (square >= low * low && square < high * high) {
          u[count] = column;
          v[count++] = row;
        }
      }
    }
    columns = Arrays.copyOf(u, count);
    rows = Arrays.copyOf(v, count);
  }

  private static float[] cosines(int k) {
    float[] wave = new float[SIDE];
    double norm = Math.sqrt((k == 0 ? 1.0 : 2.0) / SIDE);
    for (int i = 0; i < SIDE; i++) {
      wave[i] = (float) (norm * Math.cos(Math.PI * k * (i + 0.5) / SIDE));
    }
    return wave;
  }

  /** How many coefficients there are. */
  int size() {
    return columns.length;
  }

  /** How many half waves a side has of one of them. */
  double frequency(int coefficient) {
    return Math.hypot(columns[coefficient], rows[coefficient]);
  }

  /** Of each coefficient the root mean square of those of about the same frequency. */
  float[] usual(float[] coefficients) {
    double[] squares = new double[high / RING + 1];
    int[] counts = new int[squares.length];
    for (int i = 0; i < coefficients.length; i++) {
      int ring = (int) (frequency(i) / RING);
      squares[ring] += coefficients[i] * coefficients[i];
      counts[ring]++;
    }
    float[] usual = new float[coefficients.length];
    for (int i = 0; i < usual.length; i++) {
      int ring = (int) (frequency(i) / RING);
      usual[i] = (float) Math.sqrt(squares[ring] / counts[ring]);
    }
    return usual;
  }

  /** The coefficients of a grid, in an order of their own. */
  float[] of(float[] grid) {
    float[] half = new float[high * SIDE];
    for (int y = 0; y < SIDE; y++) {
      for (int k = 0; k < high; k++) {
        float sum = 0;
        for (int x = 0; x < SIDE; x++) {
          sum += grid[y * SIDE + x] * COSINES[k][x];
        }
        half[k * SIDE + y] = sum;
      }
    }
    float[] coefficients = new float[size()];
    for (int i = 0; i < coefficients.length; i++) {
      float sum = 0;
      for (int y = 0; y < SIDE; y++) {
        sum += half[columns[i] * SIDE + y] * COSINES[rows[i]][y];
      }
      coefficients[i] = sum;
    }
    return coefficients;
  }

  /** The grid that has these coefficients and no others. */
  float[] toGrid(float[] coefficients) {
    float[] half = new float[high * SIDE];
    for (int i = 0; i < coefficients.length; i++) {
      for (int y = 0; y < SIDE; y++) {
        half[columns[i] * SIDE + y] += coefficients[i] * COSINES[rows[i]][y];
      }
    }
    float[] grid = new float[SIDE * SIDE];
    for (int k = 0; k < high; k++) {
      for (int y = 0; y < SIDE; y++) {
        float part = half[k * SIDE + y];
        for (int x = 0; x < SIDE; x++) {
          grid[y * SIDE + x] += part * COSINES[k][x];
        }
      }
    }
    return grid;
  }
}
