package io.github.mien.image;

import java.util.Arrays;

/**
 * Scales a picture down: each pixel of the target is the mean of the area of the source that it
 * covers. Where its edges cross a pixel of the source the two sides share it, in 1/4096; whole rows
 * are summed as integers.
 */
final class AreaAverage {
  private static final int BITS = 12;
  private static final int ONE = 1 << BITS;

  /** A row's sums, of {@link #BITS} more bits, stay below 2^31. */
  private static final int MOST = 2000;

  private static final int PRECISION = 54;
  private static final long HALF = 1L << PRECISION - 1;

  private final Image source;
  private final Image target;

  /** One over the area that a pixel covers, such that a level ends up in 2^-54. */
  private final long factor;

  private final Edges columns;
  private final Edges rows;

  private AreaAverage(Image source, Image target) {
    this.source = source;
    this.target = target;
    double area = (double) source.width() / target.width() * source.height() / target.height();
    factor = Math.round((1L << PRECISION - 2 * BITS + 16) / area);
    columns = Edges.of(source.width(), target.width());
    rows = Edges.of(source.height(), target.height());
  }

  /** Whether neither side grows, nor shrinks to nothing. */
  static boolean suits(Image source, Image target) {
    return source.width() >= target.width()
        && source.height() >= target.height()
        && source.height() <= (long) MOST * target.height();
  }

  static void resize(Image source, Image target) {
    new AreaAverage(source, target).resize();
  }

  private void resize() {
    int count = source.width() * source.channels();
    RowSums sums = new RowSums(count);
    // One pixel more, which the last edge touches.
    int[] line = new int[count + source.channels()];
    int[] next = new int[line.length];
    for (int y = 0; y < target.height(); y++) {
      int first = rows.whole[y] + (rows.part[y] > 0 ? 1 : 0);
      int last = rows.whole[y + 1];
      if (first < last) {
        sums.addTo(source, source.index(0, first), last - first, count, BITS, line);
      }
      share(last, rows.part[y + 1], count, line, next);
      averageColumns(line, y);
      int[] done = line;
      line = next;
      next = done;
    }
  }

  /** Adds a part of a row to a line, and begins the next line with the rest of it. */
  private void share(int row, int part, int count, int[] line, int[] next) {
    if (part == 0) {
      Arrays.fill(next, 0);
      return;
    }
    byte[] data = source.data();
    int in = source.index(0, row);
    for (int i = 0; i < count; i++) {
      int level = data[in + i] & 0xff;
      int share = part * level;
      line[i] += share;
      next[i] = (level << BITS) - share;
    }
  }

  private void averageColumns(int[] line, int y) {
    int channels = source.channels();
    int alpha = channels - 1;
    byte[] data = target.data();
    int out = target.index(0, y);
    // Of the pixel that the last edge crosses, what lies behind that edge.
    long red = 0, green = 0, blue = 0, opacity = 0;
    int in = 0;
    for (int x = 0; x < target.width(); x++, out += channels) {
      int end = columns.whole[x + 1] * channels;
      long r = 0, g = 0, b = 0, a = 0;
      for (; in < end; in += channels) {
        r += line[in];
        g += line[in + 1];
        b += line[in + 2];
        a += line[in + alpha];
      }
      long part = columns.part[x + 1];
      data[out] = level(red + (r << BITS) + part * line[in]);
      data[out + 1] = level(green + (g << BITS) + part * line[in + 1]);
      data[out + 2] = level(blue + (b << BITS) + part * line[in + 2]);
      if (channels == 4) {
        data[out + 3] = level(opacity + (a << BITS) + part * line[in + 3]);
      }
      long rest = ONE - part;
      red = rest * line[in];
      green = rest * line[in + 1];
      blue = rest * line[in + 2];
      opacity = rest * line[in + alpha];
      in += channels;
    }
  }

  private byte level(long sum) {
    return (byte) ((sum >> 16) * factor + HALF >> PRECISION);
  }

  /**
   * Where the edges of the target's pixels lie in the source: so many whole pixels and a part of
   * the next.
   */
  private record Edges(int[] whole, int[] part) {
    static Edges of(int source, int target) {
      int[] whole = new int[target + 1];
      int[] part = new int[target + 1];
      for (int i = 0; i <= target; i++) {
        long edge = ((long) i * source * ONE + target / 2) / target;
        whole[i] = (int) (edge >> BITS);
        part[i] = (int) (edge & ONE - 1);
      }
      return new Edges(whole, part);
    }
  }
}
