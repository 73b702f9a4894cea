package io.github.mien.image.io;

import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A file in memory, read without copying it. Codecs that take the end of the file for zeros, and
 * would paint millions of pixels with them, are stopped.
 */
final class MemoryStream extends ImageInputStreamImpl {
  /** What a codec may read ahead. */
  private static final int READS_PAST_END = 64;

  private final byte[] file;
  private final int length;
  private int readsPastEnd;

  /** The first bytes of an array that is not modified. */
  MemoryStream(byte[] file, int length) {
    this.file = file;
    this.length = length;
  }

  @Override
  public int read() throws IOException {
    bitOffset = 0;
    if (streamPos >= length) {
      return end();
    }
    return file[(int) streamPos++] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int wanted) throws IOException {
    bitOffset = 0;
    if (wanted == 0) {
      return 0;
    }
    if (streamPos >= length) {
      return end();
    }
    int count = (int) Math.min(wanted, length - streamPos);
    System.arraycopy(file, (int) streamPos, target, offset, count);
    streamPos += count;
    return count;
  }

  @Override
  public long length() {
    return length;
  }

  private int end() throws IOException {
    if (++readsPastEnd > READS_PAST_END) {
      throw new IOException("the file ends too early");
    }
    return -1;
  }
}
