package io.github.mien.image;

/**
 * A rectangle of whole pixels: columns x to x + width - 1, rows y to y + height - 1.
 *
 * @param x leftmost column
 * @param y topmost row
 * @param width columns, not negative
 * @param height rows, not negative
 */
public record Rect(int x, int y, int width, int height) {

  /** Checks the size. */
  public Rect {
    if (width < 0 || height < 0) {
      throw new IllegalArgumentException(
          "a rectangle's size is not negative: " + width + " x " + height);
    }
  }

  /** First column to the right of it. */
  public int right() {
    return x + width;
  }

  /** First row below it. */
  public int bottom() {
    return y + height;
  }

  /** Whether it holds no pixel. */
  public boolean isEmpty() {
    return width == 0 || height == 0;
  }

  /** Whether the other lies wholly inside. */
  public boolean contains(Rect other) {
    return other.x >= x && other.y >= y && other.right() <= right() && other.bottom() <= bottom();
  }

  /** The pixels that both hold; empty, at this corner, where there are none. */
  public Rect intersection(Rect other) {
    int left = Math.max(x, other.x);
    int top = Math.max(y, other.y);
    int w = Math.min(right(), other.right()) - left;
    int h = Math.min(bottom(), other.bottom()) - top;
    return w <= 0 || h <= 0 ? new Rect(x, y, 0, 0) : new Rect(left, top, w, h);
  }

  /** The smallest rectangle that holds both. */
  public Rect union(Rect other) {
    int left = Math.min(x, other.x);
    int top = Math.min(y, other.y);
    return new Rect(
        left,
        top,
        Math.max(right(), other.right()) - left,
        Math.max(bottom(), other.bottom()) - top);
  }
}
