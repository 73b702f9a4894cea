package io.github.mien.image.io;

import io.github.mien.image.Image;
import java.io.EOFException;
import java.io.IOException;

/** The transparency of a WebP whose colours have losses (RFC 9649, section 2.7.1.2). */
final class WebpAlpha {
  private static final int HORIZONTAL = 1;
  private static final int VERTICAL = 2;

  private WebpAlpha() {}

  /**
   * Decodes it.
   *
   * @param image RGBA; its fourth channel is written
   */
  static void decode(byte[] file, WebpChunk chunk, Image image) throws IOException {
    if (chunk.length() < 1) {
      throw new EOFException();
    }
    int head = file[chunk.from()];
    byte[] alpha =
        (head & 3) == 0
            ? stored(file, chunk, image.width() * image.height())
            : compressed(file, chunk, image.width(), image.height());
    undoFilter(head >> 2 & 3, alpha, image.width());
    for (int i = 0; i < alpha.length; i++) {
      image.data()[image.index(i % image.width(), i / image.width()) + 3] = alpha[i];
    }
  }

  private static byte[] stored(byte[] file, WebpChunk chunk, int count) throws IOException {
    if (chunk.length() <= count) {
      throw new EOFException();
    }
    byte[] alpha = new byte[count];
    System.arraycopy(file, chunk.from() + 1, alpha, 0, count);
    return alpha;
  }

  /** As the green of a lossless picture. */
  private static byte[] compressed(byte[] file, WebpChunk chunk, int width, int height)
      throws IOException {
    Vp8lBits bits = new Vp8lBits(file, chunk.from() + 1, chunk.from() + chunk.length());
    int[] argb = Vp8lDecoder.decode(bits, width, height);
    byte[] alpha = new byte[argb.length];
    for (int i = 0; i < alpha.length; i++) {
      alpha[i] = (byte) (argb[i] >>> 8);
    }
    return alpha;
  }

  /** Adds what the neighbours let expect; on the upper and left rims that is the one there is. */
  private static void undoFilter(int filter, byte[] alpha, int width) {
    if (filter == 0) {
      return;
    }
    for (int i = 1; i < alpha.length; i++) {
      boolean first = i % width == 0;
      int expected;
      if (i < width || !first && filter == HORIZONTAL) {
        expected = alpha[i - 1];
      } else if (first || filter == VERTICAL) {
        expected = alpha[i - width];
      } else {
        int slope = (alpha[i - 1] & 0xff) + (alpha[i - width] & 0xff);
        expected = Math.max(0, Math.min(255, slope - (alpha[i - width - 1] & 0xff)));
      }
      alpha[i] += (byte) expected;
    }
  }
}
