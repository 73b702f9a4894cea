package io.github.mien.blend;

import java.util.Arrays;

/**
 * A plane of numbers, those on the red squares of a checkerboard (x + y even) apart from those on
 * the black ones. All neighbours of a red square are black, so a sweep over one colour reads one
 * set of arrays and writes the other, rows contiguous: that is what HotSpot vectorises.
 *
 * <p>A row of one colour holds either the even columns, x = 2i at index i, or the odd ones, x = 2i
 * - 1 at index i, so that index 0 is left of the plane. One more index right of the plane, and a
 * row above and one below it, are there for neighbours; they are 0 unless somebody sets them.
 */
final class Checkerboard {
  static final int RED = 0;
  static final int BLACK = 1;

  private final float[][][] rows;

  Checkerboard(int width, int height) {
    rows = new float[2][height + 2][slots(width) + 1];
  }

  /** How many indices of a row loops go over. */
  static int slots(int width) {
    return (width + 1) / 2 + 1;
  }

  /** Whether the row holds the odd columns. */
  static boolean odd(int color, int y) {
    return (y + color & 1) != 0;
  }

  /**
   * The numbers on one colour of a row.
   *
   * @param y row, -1 to the height
   */
  float[] row(int color, int y) {
    return rows[color][y + 1];
  }

  /** The even columns of a row. */
  float[] even(int y) {
    return rows[y & 1][y + 1];
  }

  /** The odd columns of a row. */
  float[] odd(int y) {
    return rows[~y & 1][y + 1];
  }

  void set(int x, int y, float number) {
    rows[x + y & 1][y + 1][(x + 1) / 2] = number;
  }

  void clear() {
    for (float[][] color : rows) {
      for (float[] row : color) {
        Arrays.fill(row, 0);
      }
    }
  }

  /** Clears the row above the plane and the one below it. */
  void clearAround(int height) {
    for (float[][] color : rows) {
      Arrays.fill(color[0], 0);
      Arrays.fill(color[height + 1], 0);
    }
  }

  /** Takes a row in the order of its columns, and clears what is left and right of it. */
  void split(float[] line, int y, int width) {
    float[] even = even(y);
    float[] odd = odd(y);
    even[(width + 1) / 2] = 0;
    odd[0] = 0;
    odd[width / 2 + 1] = 0;
    for (int i = 0, x = 0; x < width; i++, x += 2) {
      even[i] = line[x];
    }
    for (int i = 1, x = 1; x < width; i++, x += 2) {
      odd[i] = line[x];
    }
  }

  /** Gives a row in the order of its columns. */
  void join(int y, int width, float[] line) {
    float[] even = even(y);
    float[] odd = odd(y);
    for (int i = 0, x = 0; x < width; i++, x += 2) {
      line[x] = even[i];
    }
    for (int i = 1, x = 1; x < width; i++, x += 2) {
      line[x] = odd[i];
    }
  }
}
