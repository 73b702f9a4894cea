package io.github.mien.reconstruct;

import io.github.mien.image.Rect;

/**
 * Smooth colours between given ones: weighted by the inverse square of the distance (Shepard 1968),
 * on a coarse grid that is read bilinearly.
 */
final class SkinFill {
  /** Below this distance a given colour weighs no more, as a share of the unit. */
  private static final double SOFT = 0.02;

  private final Rect area;
  private final int step;
  private final int columns;
  private final float[][] grid;

  /**
   * @param area in which colours are read
   * @param unit the distance between the eyes' outer corners in pixels
   * @param x where colours are given
   * @param y where colours are given
   * @param colours one row for each of red, green and blue
   */
  SkinFill(Rect area, double unit, double[] x, double[] y, float[][] colours) {
    this.area = area;
    step = (int) Math.max(1, SOFT * unit);
    columns = area.width() / step + 2;
    int rows = area.height() / step + 2;
    grid = new float[3][columns * rows];
    double soft = Math.pow(SOFT * unit, 2);
    for (int i = 0; i < columns * rows; i++) {
      double nodeX = area.x() + i % columns * step;
      double nodeY = area.y() + i / columns * step;
      spread(i, nodeX, nodeY, soft, x, y, colours);
    }
  }

  private void spread(
      int node,
      double nodeX,
      double nodeY,
      double soft,
      double[] x,
      double[] y,
      float[][] colours) {
    double all = 0, red = 0, green = 0, blue = 0;
    for (int k = 0; k < x.length; k++) {
      double dx = nodeX - x[k];
      double dy = nodeY - y[k];
      double weight = 1 / (dx * dx + dy * dy + soft);
      all += weight;
      red += weight * colours[0][k];
      green += weight * colours[1][k];
      blue += weight * colours[2][k];
    }
    grid[0][node] = (float) (red / all);
    grid[1][node] = (float) (green / all);
    grid[2][node] = (float) (blue / all);
  }

  /** The colour of a pixel of the area. */
  double colour(int x, int y, int channel) {
    double fx = (double) (x - area.x()) / step;
    double fy = (double) (y - area.y()) / step;
    int i = (int) fy * columns + (int) fx;
    double u = fx - (int) fx;
    double v = fy - (int) fy;
    float[] g = grid[channel];
    double above = g[i] + u * (g[i + 1] - g[i]);
    double below = g[i + columns] + u * (g[i + columns + 1] - g[i + columns]);
    return above + v * (below - above);
  }
}
