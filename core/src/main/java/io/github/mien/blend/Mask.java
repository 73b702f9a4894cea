package io.github.mien.blend;

import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import java.util.Arrays;
import java.util.Objects;

/**
 * Which pixels of a picture are meant: one byte each, row by row, 0 for those that are not. The
 * byte of the pixel at column x, row y is at {@code offset + y * stride + x}. Any shape will do,
 * with holes and of several parts.
 *
 * <p>The array is shared, never copied. A mask is as thread-safe as its array.
 */
public final class Mask {
  private final byte[] data;
  private final int offset;
  private final int stride;
  private final int width;
  private final int height;

  private Mask(byte[] data, int offset, int stride, int width, int height) {
    this.data = data;
    this.offset = offset;
    this.stride = stride;
    this.width = width;
    this.height = height;
  }

  /**
   * A mask of its own without any pixel; set bytes of {@link #data()}.
   *
   * @param width columns, at least 1
   * @param height rows, at least 1
   */
  public static Mask create(int width, int height) {
    return wrap(new byte[Math.max(0, Math.multiplyExact(width, height))], 0, width, width, height);
  }

  /**
   * Wraps bytes without copying them.
   *
   * @param data the array, shared with the caller
   * @param offset index of the first pixel's byte
   * @param stride bytes from one row to the next, at least {@code width}
   * @param width columns, at least 1
   * @param height rows, at least 1
   */
  public static Mask wrap(byte[] data, int offset, int stride, int width, int height) {
    Objects.requireNonNull(data, "data");
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "a mask needs at least one pixel, not " + width + " x " + height);
    }
    long last = offset + (height - 1L) * stride + width;
    if (offset < 0 || stride < width || last > data.length) {
      throw new IllegalArgumentException(
          "a mask of %d x %d at offset %d, stride %d needs %d bytes; the array has %d"
              .formatted(width, height, offset, stride, last, data.length));
    }
    return new Mask(data, offset, stride, width, height);
  }

  /** The shared array. */
  public byte[] data() {
    return data;
  }

  /** Columns. */
  public int width() {
    return width;
  }

  /** Rows. */
  public int height() {
    return height;
  }

  /** Index of the byte of the pixel at column x, row y; not checked. */
  public int index(int x, int y) {
    return offset + y * stride + x;
  }

  /** Whether the pixel at column x, row y is meant; none outside is. */
  public boolean contains(int x, int y) {
    return x >= 0 && y >= 0 && x < width && y < height && data[index(x, y)] != 0;
  }

  /**
   * Draws a polygon: pixels whose centres lie in it become meant or not, the others stay.
   *
   * @param xy its corners x, y, x, y, ... in pixels, the centre of the first pixel at 0, 0; what is
   *     outside the mask is left out, and what two parts of it cover is not inside
   * @param meant whether the mask is to mean these pixels
   */
  public void draw(double[] xy, boolean meant) {
    double[] crossings = new double[xy.length / 2];
    for (int y = 0; y < height; y++) {
      int count = crossings(xy, y, crossings);
      Arrays.sort(crossings, 0, count);
      for (int i = 0; i + 1 < count; i += 2) {
        int first = (int) Math.max(0, Math.ceil(crossings[i]));
        int end = (int) Math.min(width, Math.floor(crossings[i + 1]) + 1);
        if (first < end) {
          Arrays.fill(data, index(first, y), index(end, y), (byte) (meant ? 1 : 0));
        }
      }
    }
  }

  /** Where the edges of a polygon cross a row, in no order; returns how many do. */
  private static int crossings(double[] xy, int y, double[] crossings) {
    int count = 0;
    for (int i = 0, j = xy.length - 2; i < xy.length; j = i, i += 2) {
      if (xy[i + 1] > y != xy[j + 1] > y) {
        double down = (y - xy[j + 1]) / (xy[i + 1] - xy[j + 1]);
        crossings[count++] = xy[j] + down * (xy[i] - xy[j]);
      }
    }
    return count;
  }

  /** Refuses a picture of another size. */
  void checkFits(Image image) {
    if (width != image.width() || height != image.height()) {
      throw new IllegalArgumentException("a %s does not fit %s".formatted(this, image));
    }
  }

  /**
   * The smallest rectangle that holds all pixels meant in a part of the mask.
   *
   * @param area inside the mask
   * @return empty, at the area's corner, where there are none
   */
  public Rect bounds(Rect area) {
    int left = area.right(), right = area.x() - 1, top = area.bottom(), bottom = area.y() - 1;
    for (int y = area.y(); y < area.bottom(); y++) {
      int first = area.x();
      while (first < area.right() && data[index(first, y)] == 0) {
        first++;
      }
      if (first == area.right()) {
        continue;
      }
      int last = area.right() - 1;
      while (data[index(last, y)] == 0) {
        last--;
      }
      left = Math.min(left, first);
      right = Math.max(right, last);
      top = Math.min(top, y);
      bottom = y;
    }
    return bottom < top
        ? new Rect(area.x(), area.y(), 0, 0)
        : new Rect(left, top, right - left + 1, bottom - top + 1);
  }

  @Override
  public String toString() {
    return "mask of " + width + " x " + height;
  }
}
