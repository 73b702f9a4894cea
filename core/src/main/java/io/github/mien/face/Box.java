package io.github.mien.face;

import io.github.mien.image.Rect;

/**
 * An upright box in picture coordinates (pixel centres are whole numbers).
 *
 * @param x0 left edge
 * @param y0 upper edge
 * @param x1 right edge
 * @param y1 lower edge
 */
public record Box(double x0, double y0, double x1, double y1) {
  private static final double FARTHEST = 1e6;

  /** Width, at least 0. */
  public double width() {
    return Math.max(0, x1 - x0);
  }

  /** Height, at least 0. */
  public double height() {
    return Math.max(0, y1 - y0);
  }

  /** The whole pixels that it touches, as far as a million from the origin. */
  public Rect pixels() {
    int left = (int) Math.floor(near(x0));
    int top = (int) Math.floor(near(y0));
    int right = (int) Math.ceil(near(x1)) + 1;
    int bottom = (int) Math.ceil(near(y1)) + 1;
    return new Rect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  }

  private static double near(double coordinate) {
    return Math.max(-FARTHEST, Math.min(FARTHEST, coordinate));
  }

  /** Area in pixels. */
  public double area() {
    return width() * height();
  }

  /** Area shared with another box over the area of both, 0..1. */
  public double intersectionOverUnion(Box other) {
    double w = Math.min(x1, other.x1) - Math.max(x0, other.x0);
    double h = Math.min(y1, other.y1) - Math.max(y0, other.y0);
    if (w <= 0 || h <= 0) {
      return 0;
    }
    return w * h / (area() + other.area() - w * h);
  }
}
