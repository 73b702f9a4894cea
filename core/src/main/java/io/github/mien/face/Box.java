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

  /** Width, at least 0. */
  public double width() {
    return Math.max(0, x1 - x0);
  }

  /** Height, at least 0. */
  public double height() {
    return Math.max(0, y1 - y0);
  }

  /** The whole pixels that it touches. */
  public Rect pixels() {
    int left = (int) Math.floor(x0);
    int top = (int) Math.floor(y0);
    return new Rect(left, top, (int) Math.ceil(width()) + 1, (int) Math.ceil(height()) + 1);
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
