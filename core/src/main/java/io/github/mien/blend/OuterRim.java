package io.github.mien.blend;

import java.util.Arrays;

/**
 * The nodes of a coarse grid just outside the mask. Before values are interpolated to a finer grid
 * they get the mean of the nodes inside around them: there the fine grid's own nodes outside will
 * hold, which a value of 0 would belie.
 */
final class OuterRim {
  private final GridLevel grid;

  /** For each node outside with neighbours inside, 1 / the number of them among the eight. */
  private float[][] weights = {};

  private float[] before = {};
  private float[] here = {};
  private float[] after = {};
  private float[] sum = {};
  private float[] left = {};
  private float[] right = {};

  OuterRim(GridLevel grid) {
    this.grid = grid;
  }

  /** Counts, while the grid's values are still 1 inside the mask and 0 outside. */
  void build() {
    reserve();
    start();
    for (int y = 0; y < grid.height(); y++) {
      sumAround(y);
      for (int x = 0; x < grid.width(); x++) {
        weights[y][x] = here[x] == 0 && sum[x] > 0 ? 1 / sum[x] : 0;
      }
      advance();
    }
  }

  private void reserve() {
    if (weights.length < grid.height() || here.length < grid.width()) {
      int width = grid.width();
      weights = new float[grid.height()][width];
      before = new float[width];
      here = new float[width];
      after = new float[width];
      sum = new float[width];
      left = new float[width];
      right = new float[width];
    }
  }

  /** Sets the values of the rim. */
  void fill() {
    start();
    for (int y = 0; y < grid.height(); y++) {
      sumAround(y);
      Rows.product(sum, weights[y], sum, grid.width());
      Rows.addScaled(here, 1, sum, grid.width());
      grid.value().split(sum, y, grid.width());
      advance();
    }
  }

  private void start() {
    Arrays.fill(before, 0);
    grid.value().join(0, grid.width(), here);
  }

  /** The sum over the nodes around each of a row, which is in {@link #here}. */
  private void sumAround(int y) {
    int width = grid.width();
    if (y + 1 < grid.height()) {
      grid.value().join(y + 1, width, after);
    } else {
      Arrays.fill(after, 0);
    }
    Rows.spread(here, before, after, 1, right, width);
    System.arraycopy(right, 0, sum, 0, width);
    left[0] = 0;
    System.arraycopy(right, 0, left, 1, width - 1);
    Rows.addScaled(left, 1, sum, width);
    System.arraycopy(right, 1, left, 0, width - 1);
    left[width - 1] = 0;
    Rows.addScaled(left, 1, sum, width);
  }

  private void advance() {
    float[] swap = before;
    before = here;
    here = after;
    after = swap;
  }
}
