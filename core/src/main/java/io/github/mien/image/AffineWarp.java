package io.github.mien.image;

import java.util.Arrays;

/**
 * Bilinear resampling through an affine map. Where the map shrinks by more than two, blocks of the
 * source are averaged first, as large as leaves a step of two at most, which is what a bilinear
 * sample covers. Works through the target in bands, whose part of the source is averaged into a
 * window of two longs a pixel, each of two lanes of 32 bits, so that a tap costs two
 * multiplications.
 *
 * <p>Positions and weights are rounded to 1/65536, averages to 1/256 level.
 */
final class AffineWarp {
  private static final int BAND = 128;
  private static final int BITS = 16;
  private static final int ONE = 1 << BITS;

  /** Half a level in both lanes of a sum. */
  private static final long HALF = 1L << 23 | 1L << 55;

  private final Image source;
  private final Affine toSource;
  private final Image target;

  /** Side of the averaged blocks. */
  private final int block;

  private final Window window;

  private AffineWarp(Image source, Affine toSource, Image target) {
    this.source = source;
    this.toSource = toSource;
    this.target = target;
    this.block = (int) Math.max(1, Math.ceil(toSource.scale() / 2 - 1e-6));
    this.window = new Window(source, block);
  }

  static void warp(Image source, Affine toSource, Image target) {
    AffineWarp warp = new AffineWarp(source, toSource, target);
    for (int y = 0; y < target.height(); y += BAND) {
      warp.band(y, Math.min(target.height(), y + BAND));
    }
  }

  private void band(int from, int to) {
    double x0 = source.width(), x1 = 0, y0 = source.height(), y1 = 0;
    for (int corner = 0; corner < 4; corner++) {
      int x = (corner & 1) * (target.width() - 1);
      int y = corner < 2 ? from : to - 1;
      double sx = clamp(toSource.mapX(x, y), 0, source.width() - 1);
      double sy = clamp(toSource.mapY(x, y), 0, source.height() - 1);
      x0 = Math.min(x0, sx);
      x1 = Math.max(x1, sx);
      y0 = Math.min(y0, sy);
      y1 = Math.max(y1, sy);
    }
    // A block's centre may lie after the point and before it: one more on each side.
    window.fill(
        Math.max(0, (int) x0 / block - 1),
        (int) x1 / block + 2,
        Math.max(0, (int) y0 / block - 1),
        (int) y1 / block + 2);
    for (int y = from; y < to; y++) {
      row(y);
    }
  }

  private void row(int y) {
    double scale = (double) ONE / block;
    // The centre of the window's first block lies (block - 1) / 2 pixels from its corner.
    double left = window.left * block + (block - 1) / 2.0;
    double top = window.top * block + (block - 1) / 2.0;
    double u = (toSource.mapX(0, y) - left) * scale;
    double v = (toSource.mapY(0, y) - top) * scale;
    double du = toSource.xx() * scale;
    double dv = toSource.yx() * scale;
    double maxU = (double) ONE * ((source.width() - 1) / block - window.left);
    double maxV = (double) ONE * ((source.height() - 1) / block - window.top);
    long[] pixels = window.pixels;
    int down = 2 * window.width;
    byte[] data = target.data();
    int channels = target.channels();
    int out = target.index(0, y);
    for (int x = 0; x < target.width(); x++, out += channels) {
      int column = (int) clamp(u + x * du, 0, maxU);
      int line = (int) clamp(v + x * dv, 0, maxV);
      long fx = column & ONE - 1;
      long fy = line & ONE - 1;
      long w11 = fx * fy >> BITS;
      long w10 = fy - w11;
      long w01 = fx - w11;
      long w00 = ONE - fx - w10;
      int p = (line >> BITS) * down + 2 * (column >> BITS);
      int q = p + down;
      long rg = w00 * pixels[p] + w01 * pixels[p + 2] + w10 * pixels[q] + w11 * pixels[q + 2];
      long ba =
          w00 * pixels[p + 1] + w01 * pixels[p + 3] + w10 * pixels[q + 1] + w11 * pixels[q + 3];
      rg += HALF;
      ba += HALF;
      data[out] = (byte) (rg >> 24);
      data[out + 1] = (byte) (rg >> 56);
      data[out + 2] = (byte) (ba >> 24);
      if (channels == 4) {
        data[out + 3] = (byte) (ba >> 56);
      }
    }
  }

  private static double clamp(double at, double min, double max) {
    return at < min ? min : at > max ? max : at;
  }

  /** A part of the source, averaged over blocks: red and green, blue and alpha of each pixel. */
  private static final class Window {
    /** An average has 8 bits below a level. */
    private static final long ONE_LEVEL = 256;

    private static final int PRECISION = 24;
    private static final long HALF_AVERAGE = 1L << PRECISION - 1;

    private final Image source;
    private final int block;
    private final int channels;
    private int left;
    private int top;
    private int width;
    private long[] pixels = {};
    private int[] sums = {};
    private RowSums rowSums = new RowSums(0);

    /** What a block's sum is multiplied by, in 2^-24. */
    private final long factor;

    Window(Image source, int block) {
      this.source = source;
      this.block = block;
      this.channels = source.channels();
      long pixelsOfBlock = (long) block * block;
      factor = ((ONE_LEVEL << PRECISION) + pixelsOfBlock / 2) / pixelsOfBlock;
    }

    /** Columns and rows in blocks from the source's corner, the last not included. */
    void fill(int left, int right, int top, int bottom) {
      this.left = left;
      this.top = top;
      width = right - left;
      int height = bottom - top;
      if (pixels.length < 2 * width * height) {
        pixels = new long[2 * width * height];
      }
      if (sums.length < width * block * channels) {
        sums = new int[width * block * channels];
        rowSums = new RowSums(sums.length);
      }
      for (int y = 0; y < height; y++) {
        sumRows((top + y) * block);
        pack(2 * y * width);
      }
    }

    private void sumRows(int first) {
      int x = left * block;
      int count = width * block * channels;
      int inside = Math.min(count, (source.width() - x) * channels);
      Arrays.fill(sums, 0, inside, 0);
      int last = source.height() - 1;
      int rows = Math.min(block, Math.max(0, last - first + 1));
      if (rows > 0) {
        rowSums.addTo(source, source.index(x, first), rows, inside, 0, sums);
      }
      for (int y = rows; y < block; y++) {
        rowSums.addTo(source, source.index(x, last), 1, inside, 0, sums);
      }
      for (int i = inside; i < count; i++) {
        sums[i] = sums[i - channels];
      }
    }

    /** The means of blocks, whose rows are summed already. */
    private void pack(int row) {
      int alpha = channels - 1;
      int in = 0;
      for (int x = 0, out = row; x < width; x++, out += 2) {
        long r = 0, g = 0, b = 0, a = 0;
        for (int k = 0; k < block; k++, in += channels) {
          r += sums[in];
          g += sums[in + 1];
          b += sums[in + 2];
          a += sums[in + alpha];
        }
        pixels[out] = average(r) | average(g) << 32;
        pixels[out + 1] = channels == 4 ? average(b) | average(a) << 32 : average(b);
      }
    }

    private long average(long sum) {
      return sum * factor + HALF_AVERAGE >> PRECISION;
    }
  }
}
