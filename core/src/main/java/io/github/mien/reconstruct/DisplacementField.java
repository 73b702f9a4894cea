package io.github.mien.reconstruct;

import io.github.mien.image.ImageKernels;
import io.github.mien.image.Rect;

/**
 * How far from itself each pixel of an area takes its colour: piecewise linear over triangles,
 * nought where none was drawn, held at every {@code step}th column and row and linear between.
 */
final class DisplacementField {
  /** What cannot be seen, in steps of the field. */
  private static final float STILL = 1f / 128;

  private final Rect area;
  private final int step;
  private final int width;
  private final int height;
  private final float still;
  private final float[] dx;
  private final float[] dy;
  private final float[] knots;
  private final float[] above;
  private final float[] below;

  DisplacementField(Rect area, int step) {
    this.area = area;
    this.step = step;
    width = (area.width() + step - 2) / step + 1;
    height = (area.height() + step - 2) / step + 1;
    still = STILL * step;
    dx = new float[width * height];
    dy = new float[width * height];
    knots = new float[width + 1];
    above = new float[width * step];
    below = new float[width * step];
  }

  /** Draws a triangle, edges included: corners x, y with shifts u, v. */
  void triangle(
      double xa,
      double ya,
      double ua,
      double va,
      double xb,
      double yb,
      double ub,
      double vb,
      double xc,
      double yc,
      double uc,
      double vc) {
    TriangleSpans.draw(
        (xa - area.x()) / step,
        (ya - area.y()) / step,
        ua,
        va,
        (xb - area.x()) / step,
        (yb - area.y()) / step,
        ub,
        vb,
        (xc - area.x()) / step,
        (yc - area.y()) / step,
        uc,
        vc,
        dx,
        dy,
        width,
        height);
  }

  /**
   * Rounds off the creases between triangles.
   *
   * @param sigma in pixels of the picture
   */
  void smooth(ImageKernels kernels, double sigma) {
    double cells = sigma / step;
    if (cells >= 0.3) {
      kernels.blur(dx, width, height, cells, dx);
      kernels.blur(dy, width, height, cells, dy);
    }
  }

  /**
   * The columns of some rows of the area outside of which nothing moves.
   *
   * @param y first row of the picture
   * @param rows inside the area
   */
  Rect moving(int y, int rows) {
    int x0 = width, x1 = -1;
    int last = Math.min(height - 1, (y + rows - 1 - area.y()) / step + 1);
    for (int row = (y - area.y()) / step; row <= last; row++) {
      int from = row * width;
      int first = 0;
      while (first < x0 && still(from + first)) {
        first++;
      }
      int end = width - 1;
      while (end > x1 && still(from + end)) {
        end--;
      }
      x0 = Math.min(x0, first);
      x1 = Math.max(x1, end);
    }
    int left = area.x() + step * Math.max(0, x0 - 1);
    int right = Math.min(area.right(), area.x() + step * (x1 + 1) + 1);
    return x1 < x0 ? new Rect(area.x(), y, 0, 0) : new Rect(left, y, right - left, rows);
  }

  private boolean still(int i) {
    return Math.abs(dx[i]) < still && Math.abs(dy[i]) < still;
  }

  /**
   * Writes where the pixels of a part of the area come from, row by row. Uses scratch space of this
   * field: one thread at a time.
   *
   * @param part inside the area
   */
  void read(Rect part, float[] mapX, float[] mapY) {
    read(dx, part, 1, 0, mapX);
    read(dy, part, 0, 1, mapY);
  }

  private void read(float[] plane, Rect part, int perColumn, int perRow, float[] map) {
    int left = part.x() - area.x();
    int first = left / step;
    int cells = (left + part.width() - 1) / step + 1 - first;
    int cell = -1;
    for (int y = 0; y < part.height(); y++) {
      int down = part.y() + y - area.y();
      if (cell != down / step) {
        cell = down / step;
        knots(plane, cell, first, cells, perColumn);
        stretch(cells, above);
        knots(plane, Math.min(height - 1, cell + 1), first, cells, perColumn);
        stretch(cells, below);
      }
      float f = (float) (down % step) / step;
      float position = perRow * (part.y() + y);
      mix(left % step, f, position, map, y * part.width(), part.width());
    }
  }

  /** A row of the field with the positions of its points added. */
  private void knots(float[] plane, int row, int first, int cells, int perColumn) {
    for (int i = 0; i <= cells; i++) {
      int column = Math.min(width - 1, first + i);
      knots[i] = plane[row * width + column] + perColumn * (area.x() + column * step);
    }
  }

  private void stretch(int cells, float[] target) {
    for (int k = 0; k < step; k++) {
      float f = (float) k / step;
      for (int i = 0, out = k; i < cells; i++, out += step) {
        target[out] = knots[i] + f * (knots[i + 1] - knots[i]);
      }
    }
  }

  private void mix(int from, float f, float position, float[] map, int out, int count) {
    for (int i = 0; i < count; i++) {
      float a = above[from + i];
      map[out + i] = a + f * (below[from + i] - a) + position;
    }
  }
}
