package io.github.mien.blend;

import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import java.util.Arrays;

/**
 * A masked source over the box of a target. Columns and rows are counted from the box's corner.
 *
 * @param box in the target
 * @param dx what is added to a column to get the source's
 * @param dy what is added to a row to get the source's
 * @param mono whether the source's luma stands for each of its channels
 */
record Overlay(Image source, Mask mask, Image target, Rect box, int dx, int dy, boolean mono) {
  static final int CHANNELS = 3;

  /** Weights of red, green and blue in luma. */
  private static final float RED = 0.299f;

  private static final float GREEN = 0.587f;
  private static final float BLUE = 0.114f;

  static Overlay of(Image source, Mask mask, Image target, Placement placement, BlendMode mode) {
    Rect box = placement.box();
    boolean mono = mode == BlendMode.MONOCHROME;
    return new Overlay(
        source, mask, target, box, box.x() - placement.x(), box.y() - placement.y(), mono);
  }

  int width() {
    return box.width();
  }

  int height() {
    return box.height();
  }

  boolean inTarget(int x, int y) {
    int tx = box.x() + x, ty = box.y() + y;
    return tx >= 0 && ty >= 0 && tx < target.width() && ty < target.height();
  }

  boolean inSource(int x, int y) {
    int sx = dx + x, sy = dy + y;
    return sx >= 0 && sy >= 0 && sx < source.width() && sy < source.height();
  }

  boolean inMask(int x, int y) {
    return mask.contains(dx + x, dy + y);
  }

  int targetLevel(int x, int y, int channel) {
    return target.data()[target.index(box.x() + x, box.y() + y) + channel] & 0xff;
  }

  float sourceLevel(int x, int y, int channel) {
    byte[] data = source.data();
    int at = source.index(dx + x, dy + y);
    return mono ? luma(data, at) : data[at + channel] & 0xff;
  }

  private static float luma(byte[] data, int at) {
    return RED * (data[at] & 0xff) + GREEN * (data[at + 1] & 0xff) + BLUE * (data[at + 2] & 0xff);
  }

  /** First column of the box that is in the mask's picture. */
  int firstColumn() {
    return Math.max(0, -dx);
  }

  /** The column after the last that is in the mask's picture. */
  int lastColumn() {
    return Math.min(box.width(), mask.width() - dx);
  }

  boolean rowInSource(int y) {
    return dy + y >= 0 && dy + y < mask.height();
  }

  /** 1 where a pixel of the row is in the mask, 0 where not. */
  void maskRow(int y, float[] row) {
    Arrays.fill(row, 0, box.width(), 0);
    if (rowInSource(y)) {
      byte[] data = mask.data();
      int at = mask.index(dx, dy + y);
      for (int x = firstColumn(); x < lastColumn(); x++) {
        row[x] = data[at + x] == 0 ? 0 : 1;
      }
    }
  }

  void targetRow(int y, int channel, int[] row) {
    byte[] data = target.data();
    int channels = target.channels();
    int at = target.index(box.x(), box.y() + y) + channel;
    for (int x = 0; x < box.width(); x++, at += channels) {
      row[x] = data[at] & 0xff;
    }
  }

  /** A row of the source, its border repeated; not its luma. */
  void sourceRow(int y, int channel, int[] row) {
    byte[] data = source.data();
    int channels = source.channels();
    int sy = Math.max(0, Math.min(source.height() - 1, dy + y));
    int first = firstColumn();
    int last = lastColumn();
    int at = source.index(dx + first, sy) + channel;
    for (int x = first; x < last; x++, at += channels) {
      row[x] = data[at] & 0xff;
    }
    Arrays.fill(row, 0, first, row[first]);
    Arrays.fill(row, last, box.width(), row[last - 1]);
  }

  /** Writes the pixels of a row that are in the mask: the source's levels plus what is given. */
  void writeOnSource(int y, int channel, float[] added, float shift) {
    if (!rowInSource(y)) {
      return;
    }
    byte[] inside = mask.data();
    byte[] in = source.data();
    byte[] out = target.data();
    int maskAt = mask.index(dx, dy + y);
    int sourceAt = source.index(dx, dy + y);
    int targetAt = target.index(box.x(), box.y() + y) + channel;
    float round = shift + 0.5f;
    for (int x = firstColumn(); x < lastColumn(); x++) {
      if (inside[maskAt + x] != 0) {
        int at = sourceAt + x * source.channels();
        float base = mono ? luma(in, at) : in[at + channel] & 0xff;
        out[targetAt + x * target.channels()] = level(base + added[x] + round);
      }
    }
  }

  /** Writes the pixels of a row that are in the mask: the target's levels plus what is given. */
  void writeOnTarget(int y, int channel, float[] added, float shift) {
    if (!rowInSource(y)) {
      return;
    }
    byte[] inside = mask.data();
    byte[] out = target.data();
    int maskAt = mask.index(dx, dy + y);
    int targetAt = target.index(box.x(), box.y() + y) + channel;
    float round = shift + 0.5f;
    for (int x = firstColumn(); x < lastColumn(); x++) {
      if (inside[maskAt + x] != 0) {
        int at = targetAt + x * target.channels();
        out[at] = level((out[at] & 0xff) + added[x] + round);
      }
    }
  }

  /** Cut to what a byte holds; the fraction is dropped. */
  private static byte level(float value) {
    return (byte) Math.max(0, Math.min(255, (int) value));
  }
}
