package io.github.mien.image;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Catmull-Rom resampling of three channels at once: each pixel is one long of three lanes of 21
 * bits, so that a tap costs one multiplication. Works through the area in tiles, whose part of the
 * source is packed first, with the border repeated around it; a tile whose map wanders too far for
 * that is sampled one channel at a time.
 *
 * <p>Positions are rounded to 1/256 pixel, weights to 1/2048 across and 1/512 down: at most one
 * grey level from exact arithmetic.
 */
final class BicubicRemap {
  private static final int ROWS = 64;
  private static final int COLUMNS = 256;
  private static final int PHASES = 256;
  private static final int LANE = 21;

  /** A lane of a row's sum keeps as many bits below a grey level. */
  private static final int FRACTION = 2;

  private static final int ACROSS = 11;
  private static final int DOWN = 9;
  private static final long[] WEIGHTS_ACROSS = weights(ACROSS);
  private static final long[] WEIGHTS_DOWN = weights(DOWN);

  /** Keeps lanes of row sums from going below nought; Catmull-Rom undershoots by at most 1/8. */
  private static final long BIAS_ACROSS = lanes((64L << ACROSS) + (1L << ACROSS - FRACTION - 1));

  private static final long MASK = lanes((1L << LANE - (ACROSS - FRACTION)) - 1);

  /** What is added to levels, so that undershoot shows in the bits above those of a level. */
  private static final int OFFSET = 256;

  private static final int BELOW = DOWN + FRACTION;

  /**
   * Rounds, and brings lanes of the whole sum, whose rows are 64 levels too high, to the offset.
   */
  private static final long BIAS_DOWN = lanes((OFFSET - 64L << BELOW) + (1L << BELOW - 1));

  private static final long ABOVE_LEVEL = lanes(3L * OFFSET << BELOW);
  private static final long IN_RANGE = lanes((long) OFFSET << BELOW);

  /**
   * Added to a float it leaves the rounded sum in the lowest 22 bits: 2^23 makes whole numbers of
   * its steps, half of that keeps negative ones from changing the exponent.
   */
  private static final float ROUNDING = 0x1.8p23f;

  /** Pixels of a row that such a sum can count. */
  private static final int MOST = 1 << 22 - 8;

  private BicubicRemap() {}

  private static long lanes(long v) {
    return v | v << LANE | v << 2 * LANE;
  }

  private static long[] weights(int bits) {
    long[] weights = new long[4 * PHASES];
    double one = 1 << bits;
    for (int p = 0; p < PHASES; p++) {
      double t = (double) p / PHASES;
      long outer0 = Math.round(one * (((-0.5 * t + 1) * t - 0.5) * t));
      long outer1 = Math.round(one * (((0.5 * t - 0.5) * t) * t));
      long inner1 = Math.round(one * (((-1.5 * t + 2) * t + 0.5) * t));
      weights[4 * p] = outer0;
      weights[4 * p + 1] = (1 << bits) - outer0 - inner1 - outer1;
      weights[4 * p + 2] = inner1;
      weights[4 * p + 3] = outer1;
    }
    return weights;
  }

  static void remap(Image source, float[] mapX, float[] mapY, Image target, Rect area) {
    Window window = new Window(source);
    for (int y = 0; y < area.height(); y += ROWS) {
      int rows = Math.min(ROWS, area.height() - y);
      for (int x = 0; x < area.width(); x += COLUMNS) {
        int columns = Math.min(COLUMNS, area.width() - x);
        Map map = new Map(mapX, mapY, y * area.width() + x, area.width());
        Rect tile = new Rect(area.x() + x, area.y() + y, columns, rows);
        if (source.channels() == 3 && window.pack(map, columns, rows)) {
          packed(window, map, target, tile);
        } else {
          eachChannel(source, map, target, tile);
        }
      }
    }
  }

  /** The part of the maps that a tile takes. */
  private record Map(float[] x, float[] y, int first, int stride) {
    int row(int i) {
      return first + i * stride;
    }
  }

  private static void packed(Window window, Map map, Image target, Rect tile) {
    float[] x = map.x;
    float[] y = map.y;
    for (int row = 0; row < tile.height(); row++) {
      int from = map.row(row);
      int out = target.index(tile.x(), tile.y() + row);
      if (window.beyond) {
        x = window.clampColumns(map.x, from, tile.width());
        y = window.clampRows(map.y, from, tile.width());
        from = 0;
      }
      row(window, x, y, from, from + tile.width(), target.data(), out);
    }
  }

  private static void row(
      Window window, float[] mapX, float[] mapY, int from, int to, byte[] data, int out) {
    long[] pixels = window.pixels;
    int stride = window.width;
    float shiftX = ROUNDING - (float) window.left * PHASES;
    float shiftY = ROUNDING - (float) window.top * PHASES;
    for (int m = from; m < to; m++, out += 3) {
      int x = Float.floatToRawIntBits(mapX[m] * PHASES + shiftX);
      int y = Float.floatToRawIntBits(mapY[m] * PHASES + shiftY);
      int px = (x & PHASES - 1) << 2;
      int py = (y & PHASES - 1) << 2;
      int p = (y >> 8 & MOST - 1) * stride + (x >> 8 & MOST - 1);
      if ((px | py) == 0) {
        long pixel = pixels[p];
        data[out] = (byte) pixel;
        data[out + 1] = (byte) (pixel >>> LANE);
        data[out + 2] = (byte) (pixel >>> 2 * LANE);
        continue;
      }
      long a0 = WEIGHTS_ACROSS[px], a1 = WEIGHTS_ACROSS[px + 1];
      long a2 = WEIGHTS_ACROSS[px + 2], a3 = WEIGHTS_ACROSS[px + 3];
      long sum = WEIGHTS_DOWN[py + 1] * across(pixels, p, a0, a1, a2, a3);
      sum += WEIGHTS_DOWN[py + 2] * across(pixels, p + stride, a0, a1, a2, a3);
      sum += WEIGHTS_DOWN[py] * across(pixels, p - stride, a0, a1, a2, a3);
      sum += WEIGHTS_DOWN[py + 3] * across(pixels, p + 2 * stride, a0, a1, a2, a3);
      sum += BIAS_DOWN;
      if ((sum & ABOVE_LEVEL) != IN_RANGE) {
        sum = clampLanes(sum);
      }
      data[out] = (byte) (sum >>> BELOW);
      data[out + 1] = (byte) (sum >>> BELOW + LANE);
      data[out + 2] = (byte) (sum >>> BELOW + 2 * LANE);
    }
  }

  private static long across(long[] pixels, int p, long a0, long a1, long a2, long a3) {
    long sum = a0 * pixels[p - 1] + a1 * pixels[p] + a2 * pixels[p + 1] + a3 * pixels[p + 2];
    return (sum + BIAS_ACROSS) >>> ACROSS - FRACTION & MASK;
  }

  private static long clampLanes(long sum) {
    return clampLane(sum)
        | clampLane(sum >>> LANE) << LANE
        | clampLane(sum >>> 2 * LANE) << 2 * LANE;
  }

  private static long clampLane(long lane) {
    int v = (int) (lane & (1 << LANE) - 1) >> BELOW;
    return (long) Math.max(0, Math.min(255, v - OFFSET)) << BELOW;
  }

  private static void eachChannel(Image source, Map map, Image target, Rect tile) {
    int channels = source.channels();
    byte[] in = source.data();
    byte[] data = target.data();
    int maxX = source.width() - 1;
    int maxY = source.height() - 1;
    int[] columns = new int[4];
    int[] rows = new int[4];
    for (int y = 0; y < tile.height(); y++) {
      int out = target.index(tile.x(), tile.y() + y);
      int from = map.row(y);
      for (int m = from; m < from + tile.width(); m++, out += channels) {
        int sx = (int) ((Math.max(-1, Math.min(maxX + 1, map.x[m])) + 1) * PHASES + 0.5f);
        int sy = (int) ((Math.max(-1, Math.min(maxY + 1, map.y[m])) + 1) * PHASES + 0.5f);
        int px = (sx & PHASES - 1) << 2;
        int py = (sy & PHASES - 1) << 2;
        for (int k = 0; k < 4; k++) {
          columns[k] = clamp((sx >> 8) - 2 + k, maxX) * channels;
          rows[k] = source.index(0, clamp((sy >> 8) - 2 + k, maxY));
        }
        if ((px | py) == 0) {
          System.arraycopy(in, rows[1] + columns[1], data, out, channels);
          continue;
        }
        for (int c = 0; c < channels; c++) {
          long sum = 1L << ACROSS + DOWN - 1;
          for (int k = 0; k < 4; k++) {
            long across = 0;
            for (int i = 0; i < 4; i++) {
              across += WEIGHTS_ACROSS[px + i] * (in[rows[k] + columns[i] + c] & 0xff);
            }
            sum += WEIGHTS_DOWN[py + k] * across;
          }
          data[out + c] = (byte) Math.max(0, Math.min(255, sum >> ACROSS + DOWN));
        }
      }
    }
  }

  private static int clamp(int v, int max) {
    return v < 0 ? 0 : Math.min(v, max);
  }

  /** The part of the source that a tile needs, packed. */
  private static final class Window {
    private static final VarHandle WORDS =
        MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /** So that the next tile, a little larger, needs no other array. */
    private static final int SLACK = 4096;

    private final Image source;
    private final float[] columns = new float[COLUMNS];
    private final float[] rows = new float[COLUMNS];
    private long[] pixels = {};
    private int left;
    private int top;
    private int width;

    /** Whether the map leaves the source by more than a pixel, behind which all is the same. */
    private boolean beyond;

    Window(Image source) {
      this.source = source;
    }

    /** False where the part is much larger than the tile. */
    boolean pack(Map map, int columns, int rows) {
      float x0 = Float.MAX_VALUE, x1 = -Float.MAX_VALUE;
      float y0 = Float.MAX_VALUE, y1 = -Float.MAX_VALUE;
      for (int row = 0; row < rows; row++) {
        int from = map.row(row);
        for (int m = from; m < from + columns; m++) {
          float x = map.x[m];
          float y = map.y[m];
          x0 = x < x0 ? x : x0;
          x1 = x > x1 ? x : x1;
          y0 = y < y0 ? y : y0;
          y1 = y > y1 ? y : y1;
        }
      }
      beyond = x0 < -1 || y0 < -1 || x1 > source.width() || y1 > source.height();
      left = (int) Math.floor(clamp(x0, source.width())) - 2;
      top = (int) Math.floor(clamp(y0, source.height())) - 2;
      width = (int) Math.ceil(clamp(x1, source.width())) + 4 - left;
      int height = (int) Math.ceil(clamp(y1, source.height())) + 4 - top;
      if ((long) width * height > 8L * columns * rows + 4096 || Math.max(width, height) > MOST) {
        return false;
      }
      if (pixels.length < width * height) {
        pixels = new long[width * height + SLACK];
      }
      for (int y = 0; y < height; y++) {
        int row = BicubicRemap.clamp(top + y, source.height() - 1);
        packRow(source.data(), source.index(0, row), y * width);
      }
      return true;
    }

    private void packRow(byte[] data, int row, int at) {
      int last = source.width() - 1;
      int x = 0;
      for (; left + x < 0; x++) {
        pixels[at + x] = pixel(data, row);
      }
      int inner = Math.max(x, Math.min(width, last - left));
      packInner(data, row + 3 * (left + x), pixels, at + x, at + inner);
      for (x = inner; x < width; x++) {
        pixels[at + x] = pixel(data, row + 3 * last);
      }
    }

    /** Reads four bytes at a time, so that the last pixel of the source is left out. */
    private static void packInner(byte[] data, int in, long[] pixels, int at, int end) {
      for (; at < end; at++, in += 3) {
        int rgb = (int) WORDS.get(data, in);
        pixels[at] =
            rgb & 0xff
                | (long) (rgb & 0xff00) << LANE - 8
                | (long) (rgb & 0xff0000) << 2 * LANE - 16;
      }
    }

    private static long pixel(byte[] data, int i) {
      return data[i] & 0xff
          | (long) (data[i + 1] & 0xff) << LANE
          | (long) (data[i + 2] & 0xff) << 2 * LANE;
    }

    float[] clampColumns(float[] map, int from, int count) {
      return clamp(map, from, count, source.width(), columns);
    }

    float[] clampRows(float[] map, int from, int count) {
      return clamp(map, from, count, source.height(), rows);
    }

    private static float[] clamp(float[] map, int from, int count, int max, float[] clamped) {
      for (int i = 0; i < count; i++) {
        clamped[i] = clamp(map[from + i], max);
      }
      return clamped;
    }

    private static float clamp(float v, int max) {
      return Math.max(-1, Math.min(max, v));
    }
  }
}
