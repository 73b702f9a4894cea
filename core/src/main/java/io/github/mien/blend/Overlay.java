package io.github.mien.blend;

import io.github.mien.image.Image;
import io.github.mien.image.Luma;
import io.github.mien.image.Rect;
import java.util.Arrays;

/**
 * A masked source where it lies over a target, for implementations of {@link Blender}. Columns and
 * rows are counted from the corner of a box in the target.
 *
 * @param source what is pasted
 * @param mask which of its pixels; of its size
 * @param target what it is pasted into
 * @param box the part of the target that holds all pixels to replace and, where the target has
 *     them, their neighbours; empty if there is nothing to replace
 * @param dx what is added to a column to get the source's
 * @param dy what is added to a row to get the source's
 * @param mono whether the source's luma stands for each of its channels
 */
public record Overlay(
    Image source, Mask mask, Image target, Rect box, int dx, int dy, boolean mono) {
  /** How many channels are blended. */
  public static final int CHANNELS = 3;

  /**
   * Checks the arguments of {@link Blender#blend} and finds the box.
   *
   * @throws IllegalArgumentException if the mask is not of the source's size
   */
  public static Overlay of(Image source, Mask mask, Image target, int x, int y, BlendMode mode) {
    if (mask.width() != source.width() || mask.height() != source.height()) {
      throw new IllegalArgumentException(
          "the mask must have the source's size: %s for a source of %s".formatted(mask, source));
    }
    Rect onSource = target.bounds().intersection(moved(source.bounds(), x, y));
    Rect masked = moved(mask.bounds(moved(onSource, -x, -y)), x, y);
    Rect box = masked.isEmpty() ? masked : withNeighbours(masked).intersection(target.bounds());
    boolean mono = mode == BlendMode.MONOCHROME;
    return new Overlay(source, mask, target, box, box.x() - x, box.y() - y, mono);
  }

  private static Rect moved(Rect rect, int x, int y) {
    return new Rect(rect.x() + x, rect.y() + y, rect.width(), rect.height());
  }

  private static Rect withNeighbours(Rect rect) {
    return new Rect(rect.x() - 1, rect.y() - 1, rect.width() + 2, rect.height() + 2);
  }

  /** Whether there is nothing to replace. */
  public boolean isEmpty() {
    return box.isEmpty();
  }

  /** Whether the mask covers the whole target, so that nothing around holds the result. */
  public boolean coversTarget() {
    if (!box.equals(target.bounds())) {
      return false;
    }
    for (int y = 0; y < height(); y++) {
      for (int x = 0; x < width(); x++) {
        if (!inMask(x, y)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Columns of the box. */
  public int width() {
    return box.width();
  }

  /** Rows of the box. */
  public int height() {
    return box.height();
  }

  boolean inTarget(int x, int y) {
    int tx = box.x() + x, ty = box.y() + y;
    return tx >= 0 && ty >= 0 && tx < target.width() && ty < target.height();
  }

  /** Whether a pixel is to be replaced. */
  public boolean inMask(int x, int y) {
    return mask.contains(dx + x, dy + y);
  }

  /** One channel of a pixel of the target, which has it. */
  public int targetLevel(int x, int y, int channel) {
    return target.data()[target.index(box.x() + x, box.y() + y) + channel] & 0xff;
  }

  /** One channel of a pixel of the source, or its luma; the source's border is repeated. */
  public float sourceLevel(int x, int y, int channel) {
    byte[] data = source.data();
    int sx = Math.max(0, Math.min(source.width() - 1, dx + x));
    int sy = Math.max(0, Math.min(source.height() - 1, dy + y));
    int at = source.index(sx, sy);
    return mono ? Luma.of(data, at) : data[at + channel] & 0xff;
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

  /**
   * What is to be replaced of a row.
   *
   * @param row overwritten: 1 where a pixel is in the mask, 0 where not
   */
  public void maskRow(int y, float[] row) {
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

  /**
   * Writes the pixels of a row that are in the mask, rounded and cut to 0..255: the source's levels
   * plus what is given.
   *
   * @param added for each column
   * @param shift added to all of them
   */
  void writeOnSource(int y, int channel, float[] added, float shift) {
    int base = source.index(dx, dy + y);
    int out = target.index(box.x(), box.y() + y) + channel;
    int step = target.channels();
    for (int from = next(y, 0), to; from < width(); from = next(y, to)) {
      to = end(y, from);
      if (mono) {
        addToLuma(
            source.data(),
            base,
            source.channels(),
            target.data(),
            out,
            step,
            added,
            shift,
            from,
            to);
      } else {
        add(
            source.data(),
            base + channel,
            source.channels(),
            target.data(),
            out,
            step,
            added,
            shift,
            from,
            to);
      }
    }
  }

  /**
   * Writes the pixels of a row that are in the mask, rounded and cut to 0..255: the target's levels
   * plus what is given.
   *
   * @param added for each column
   * @param shift added to all of them
   */
  public void writeOnTarget(int y, int channel, float[] added, float shift) {
    int out = target.index(box.x(), box.y() + y) + channel;
    int step = target.channels();
    for (int from = next(y, 0), to; from < width(); from = next(y, to)) {
      to = end(y, from);
      add(target.data(), out, step, target.data(), out, step, added, shift, from, to);
    }
  }

  /** The first column from x on that is in the mask, or the width. */
  private int next(int y, int x) {
    int column = Math.max(x, firstColumn());
    int last = rowInSource(y) ? lastColumn() : 0;
    int at = mask.index(dx, dy + y);
    while (column < last && mask.data()[at + column] == 0) {
      column++;
    }
    return column < last ? column : width();
  }

  /** The first column after x, which is in the mask, that is not. */
  private int end(int y, int x) {
    int column = x + 1;
    int at = mask.index(dx, dy + y);
    while (column < lastColumn() && mask.data()[at + column] != 0) {
      column++;
    }
    return column;
  }

  private static void add(
      byte[] base,
      int baseAt,
      int baseStep,
      byte[] out,
      int outAt,
      int outStep,
      float[] added,
      float shift,
      int from,
      int to) {
    float round = shift + 0.5f;
    for (int x = from; x < to; x++) {
      float level = (base[baseAt + x * baseStep] & 0xff) + added[x] + round;
      out[outAt + x * outStep] = (byte) Math.max(0, Math.min(255, (int) level));
    }
  }

  private static void addToLuma(
      byte[] base,
      int baseAt,
      int baseStep,
      byte[] out,
      int outAt,
      int outStep,
      float[] added,
      float shift,
      int from,
      int to) {
    float round = shift + 0.5f;
    for (int x = from; x < to; x++) {
      float level = Luma.of(base, baseAt + x * baseStep) + added[x] + round;
      out[outAt + x * outStep] = (byte) Math.max(0, Math.min(255, (int) level));
    }
  }
}
