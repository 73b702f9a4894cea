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

  DisplacementField(Rect area, int step) {
    this.area = area;
    this.step = step;
    width = (area.width() + step - 2) / step + 1;
    height = (area.height() + step - 2) / step + 1;
    still = STILL * step;
    dx = new float[width * height];
    dy = new float[width * height];
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
   * Writes where the pixels of a part of the area come from, row by row.
   *
   * @param part inside the area
   */
  void read(Rect part, float[] mapX, float[] mapY) {
    float[] row = new float[width + 1];
    int first = part.x() - area.x();
    for (int y = 0; y < part.height(); y++) {
      int gy = part.y() + y - area.y();
      int from = gy / step * width;
      float f = (float) (gy % step) / step;
      int out = y * part.width();
      mix(dx, from, f, row);
      stretch(row, first, part.width(), mapX, out, part.x(), 1);
      mix(dy, from, f, row);
      stretch(row, first, part.width(), mapY, out, part.y() + y, 0);
    }
  }

  private void mix(float[] plane, int from, float f, float[] row) {
    int next = f == 0 ? from : from + width;
    for (int x = 0; x < width; x++) {
      row[x] = plane[from + x] + f * (plane[next + x] - plane[from + x]);
    }
    row[width] = row[width - 1];
  }

  /** Stretches a row by the step and adds a position that grows from pixel to pixel. */
  private void stretch(
      float[] row, int first, int count, float[] target, int out, float position, float growth) {
    int cell = first / step;
    int phase = first % step;
    for (int i = 0; i < count; cell++, phase = 0) {
      float slope = (row[cell + 1] - row[cell]) / step;
      int end = Math.min(count, i + step - phase);
      float v = row[cell] + phase * slope;
      for (float k = 0; i < end; i++, k++) {
        target[out + i] = v + k * slope + position;
        position += growth;
      }
    }
  }
}
