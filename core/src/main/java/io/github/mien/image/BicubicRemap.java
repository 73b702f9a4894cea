package io.github.mien.image;

/**
 * Catmull-Rom resampling of three channels at once: each pixel is one long of three lanes of 21
 * bits, so that a tap costs one multiplication. Works through the area in bands, whose part of the
 * source is packed first, with the border repeated around it; a band whose map wanders too far for
 * that is sampled one channel at a time.
 *
 * <p>Positions are rounded to 1/256 pixel, weights to 1/2048 across and 1/512 down: at most one
 * grey level from exact arithmetic.
 */
final class BicubicRemap {
  private static final int BAND = 32;
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

  /** Rounds, and keeps lanes of the whole sum from going below nought. */
  private static final long BIAS_DOWN =
      lanes((64L << DOWN + FRACTION) + (1L << DOWN + FRACTION - 1));

  private static final int OFFSET = 128;

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
    Window window = new Window();
    for (int y = 0; y < area.height(); y += BAND) {
      int rows = Math.min(BAND, area.height() - y);
      int from = y * area.width();
      int to = from + rows * area.width();
      Rect band = new Rect(area.x(), area.y() + y, area.width(), rows);
      if (source.channels() == 3 && window.pack(source, mapX, mapY, from, to)) {
        packed(window, mapX, mapY, from, target, band);
      } else {
        eachChannel(source, mapX, mapY, from, target, band);
      }
    }
  }

  private static void packed(
      Window window, float[] mapX, float[] mapY, int from, Image target, Rect band) {
    byte[] data = target.data();
    int width = band.width();
    for (int y = 0; y < band.height(); y++) {
      int m = from + y * width;
      row(window, mapX, mapY, m, m + width, data, target.index(band.x(), band.y() + y));
    }
  }

  private static void row(
      Window window, float[] mapX, float[] mapY, int from, int to, byte[] data, int out) {
    long[] pixels = window.pixels;
    int stride = window.width;
    float left = window.left, top = window.top;
    int minX = (-1 - window.left) << 8, maxX = (window.maxX - window.left) << 8;
    int minY = (-1 - window.top) << 8, maxY = (window.maxY - window.top) << 8;
    for (int m = from; m < to; m++, out += 3) {
      int x = Math.max(minX, Math.min(maxX, (int) ((mapX[m] - left) * PHASES + 0.5f)));
      int y = Math.max(minY, Math.min(maxY, (int) ((mapY[m] - top) * PHASES + 0.5f)));
      int px = (x & PHASES - 1) << 2;
      int py = (y & PHASES - 1) << 2;
      int p = (y >> 8) * stride + (x >> 8);
      long sum;
      if ((px | py) == 0) {
        long v = pixels[p];
        data[out] = (byte) v;
        data[out + 1] = (byte) (v >>> LANE);
        data[out + 2] = (byte) (v >>> 2 * LANE);
        continue;
      }
      long a0 = WEIGHTS_ACROSS[px], a1 = WEIGHTS_ACROSS[px + 1];
      long a2 = WEIGHTS_ACROSS[px + 2], a3 = WEIGHTS_ACROSS[px + 3];
      sum = WEIGHTS_DOWN[py + 1] * across(pixels, p, a0, a1, a2, a3);
      sum += WEIGHTS_DOWN[py + 2] * across(pixels, p + stride, a0, a1, a2, a3);
      sum += WEIGHTS_DOWN[py] * across(pixels, p - stride, a0, a1, a2, a3);
      sum += WEIGHTS_DOWN[py + 3] * across(pixels, p + 2 * stride, a0, a1, a2, a3);
      sum += BIAS_DOWN;
      data[out] = grey(sum);
      data[out + 1] = grey(sum >>> LANE);
      data[out + 2] = grey(sum >>> 2 * LANE);
    }
  }

  private static long across(long[] pixels, int p, long a0, long a1, long a2, long a3) {
    long sum = a0 * pixels[p - 1] + a1 * pixels[p] + a2 * pixels[p + 1] + a3 * pixels[p + 2];
    return (sum + BIAS_ACROSS) >>> ACROSS - FRACTION & MASK;
  }

  private static byte grey(long lane) {
    int v = (int) (lane & (1 << LANE) - 1) >> DOWN + FRACTION;
    return (byte) Math.max(0, Math.min(255, v - OFFSET));
  }

  private static void eachChannel(
      Image source, float[] mapX, float[] mapY, int from, Image target, Rect band) {
    int channels = source.channels();
    byte[] in = source.data();
    byte[] data = target.data();
    int maxX = source.width() - 1;
    int maxY = source.height() - 1;
    int m = from;
    int[] columns = new int[4];
    int[] rows = new int[4];
    for (int y = 0; y < band.height(); y++) {
      int out = target.index(band.x(), band.y() + y);
      for (int x = 0; x < band.width(); x++, m++, out += channels) {
        int sx = (int) ((Math.max(-1, Math.min(maxX + 1, mapX[m])) + 1) * PHASES + 0.5f);
        int sy = (int) ((Math.max(-1, Math.min(maxY + 1, mapY[m])) + 1) * PHASES + 0.5f);
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

  /** The part of the source that a band needs, packed. */
  private static final class Window {
    private long[] pixels = {};
    private int left;
    private int top;
    private int width;
    private int maxX;
    private int maxY;

    /** False where the part is much larger than the band. */
    boolean pack(Image source, float[] mapX, float[] mapY, int from, int to) {
      maxX = source.width();
      maxY = source.height();
      float x0 = Float.MAX_VALUE, x1 = -Float.MAX_VALUE;
      float y0 = Float.MAX_VALUE, y1 = -Float.MAX_VALUE;
      for (int m = from; m < to; m++) {
        float x = mapX[m];
        float y = mapY[m];
        x0 = x < x0 ? x : x0;
        x1 = x > x1 ? x : x1;
        y0 = y < y0 ? y : y0;
        y1 = y > y1 ? y : y1;
      }
      x0 = Math.max(-1, Math.min(maxX, x0));
      x1 = Math.max(-1, Math.min(maxX, x1));
      y0 = Math.max(-1, Math.min(maxY, y0));
      y1 = Math.max(-1, Math.min(maxY, y1));
      left = (int) Math.floor(x0) - 2;
      top = (int) Math.floor(y0) - 2;
      width = (int) Math.ceil(x1) + 4 - left;
      int height = (int) Math.ceil(y1) + 4 - top;
      if ((long) width * height > 8L * (to - from) + 4096) {
        return false;
      }
      if (pixels.length < width * height) {
        pixels = new long[width * height];
      }
      for (int y = 0; y < height; y++) {
        packRow(source, source.index(0, clamp(top + y, source.height() - 1)), y * width);
      }
      return true;
    }

    private void packRow(Image source, int row, int at) {
      byte[] data = source.data();
      int last = source.width() - 1;
      int inner = Math.min(width, last + 1 - left);
      int x = 0;
      for (; left + x < 0; x++) {
        pixels[at + x] = pixel(data, row);
      }
      for (int in = row + 3 * (left + x); x < inner; x++, in += 3) {
        pixels[at + x] = pixel(data, in);
      }
      for (; x < width; x++) {
        pixels[at + x] = pixel(data, row + 3 * last);
      }
    }

    private static long pixel(byte[] data, int i) {
      return data[i] & 0xff
          | (long) (data[i + 1] & 0xff) << LANE
          | (long) (data[i + 2] & 0xff) << 2 * LANE;
    }
  }
}
