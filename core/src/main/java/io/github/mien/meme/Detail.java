package io.github.mien.meme;

/**
 * A grid's detail, and how strong it is around each cell: what differs from the mean of the
 * surroundings, and the root mean square of that. Where a picture is busy the eye sees little of a
 * mark, and the mark little of itself against the picture; divided by its strength, detail is about
 * the same everywhere.
 */
final class Detail {
  private static final int SIDE = LumaGrid.SIDE;
  private static final int RADIUS = 8;

  /** Levels of noise that any picture may have. */
  private static final float LEAST = 1.5f;

  private static final float MOST = 12;

  private final float[] even;
  private final float[] strength;

  Detail(float[] grid) {
    float[] mean = mean(grid);
    float[] detail = new float[grid.length];
    float[] square = new float[grid.length];
    for (int i = 0; i < grid.length; i++) {
      detail[i] = grid[i] - mean[i];
      square[i] = detail[i] * detail[i];
    }
    strength = mean(square);
    for (int i = 0; i < grid.length; i++) {
      strength[i] = (float) Math.sqrt(strength[i] + LEAST * LEAST);
      detail[i] /= strength[i];
      strength[i] = Math.min(MOST, strength[i]);
    }
    even = detail;
  }

  /** The detail divided by its strength. */
  float[] even() {
    return even;
  }

  /** Levels, not above {@link #MOST}. */
  float[] strength() {
    return strength;
  }

  /** Of the square around each cell, less of it at the borders. */
  private static float[] mean(float[] grid) {
    float[] once = new float[grid.length];
    float[] twice = new float[grid.length];
    for (int i = 0; i < SIDE; i++) {
      mean(grid, i * SIDE, 1, once);
    }
    for (int i = 0; i < SIDE; i++) {
      mean(once, i, SIDE, twice);
    }
    return twice;
  }

  private static void mean(float[] from, int start, int step, float[] to) {
    double sum = 0;
    int count = 0;
    for (int i = -RADIUS; i < SIDE; i++) {
      int entering = i + RADIUS;
      if (entering < SIDE) {
        sum += from[start + entering * step];
        count++;
      }
      int leaving = i - RADIUS - 1;
      if (leaving >= 0) {
        sum -= from[start + leaving * step];
        count--;
      }
      if (i >= 0) {
        to[start + i * step] = (float) (sum / count);
      }
    }
  }
}
