package io.github.mien.image.io;

import io.github.mien.image.Image;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * The rows of a PNG, to be compressed as well as can be.
 *
 * @param data rows without gaps
 * @param width pixels of a row
 * @param step bytes of a pixel
 */
record PngRows(byte[] data, int width, int step) {
  private static final int FILTERS = 5;

  /** The pixels of a picture, with as many of its channels as wanted. */
  static PngRows of(Image image, int channels) {
    byte[] data = new byte[image.width() * image.height() * channels];
    int out = 0;
    for (int y = 0; y < image.height(); y++) {
      int in = image.index(0, y);
      for (int x = 0; x < image.width(); x++, in += image.channels(), out += channels) {
        System.arraycopy(image.data(), in, data, out, channels);
      }
    }
    return new PngRows(data, image.width(), channels);
  }

  /**
   * Filters and compresses.
   *
   * @param filtered whether each row is stored as differences to its neighbours, by the filter that
   *     leaves the least of them, as the specification recommends; not for numbers of colours
   */
  static byte[] compress(PngRows rows, boolean filtered) {
    int bytes = rows.width * rows.step;
    byte[][] tries = new byte[filtered ? FILTERS : 1][bytes + 1];
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try (DeflaterOutputStream stream = new DeflaterOutputStream(out, deflater)) {
      for (int row = 0; row < rows.data.length; row += bytes) {
        int best = 0;
        long least = Long.MAX_VALUE;
        for (int filter = 0; filter < tries.length; filter++) {
          long sum = rows.filter(filter, row, bytes, tries[filter]);
          if (sum < least) {
            least = sum;
            best = filter;
          }
        }
        stream.write(tries[best]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return out.toByteArray();
  }

  private long filter(int filter, int row, int bytes, byte[] out) {
    out[0] = (byte) filter;
    long sum = 0;
    for (int i = 0; i < bytes; i++) {
      int left = i < step ? 0 : data[row + i - step] & 0xff;
      int above = row == 0 ? 0 : data[row + i - bytes] & 0xff;
      int corner = i < step || row == 0 ? 0 : data[row + i - bytes - step] & 0xff;
      int guess =
          switch (filter) {
            case 0 -> 0;
            case 1 -> left;
            case 2 -> above;
            case 3 -> left + above >> 1;
            default -> paeth(left, above, corner);
          };
      byte rest = (byte) (data[row + i] - guess);
      out[i + 1] = rest;
      sum += Math.abs(rest);
    }
    return sum;
  }

  private static int paeth(int left, int above, int corner) {
    int guess = left + above - corner;
    int toLeft = Math.abs(guess - left);
    int toAbove = Math.abs(guess - above);
    int toCorner = Math.abs(guess - corner);
    if (toLeft <= toAbove && toLeft <= toCorner) {
      return left;
    }
    return toAbove <= toCorner ? above : corner;
  }
}
