package io.github.mien.image.io;

import java.io.EOFException;

/** The bits of a lossless WebP, the lowest of each byte first (RFC 9649, section 3.1). */
final class Vp8lBits {
  private final byte[] file;
  private final int end;
  private int next;
  private long buffer;
  private int held;

  /**
   * @param from where the first byte is
   * @param end behind the last byte
   */
  Vp8lBits(byte[] file, int from, int end) {
    this.file = file;
    this.next = from;
    this.end = end;
  }

  /** The next bits, up to 32 of them as an unsigned number; zeros behind the end. */
  int peek(int count) {
    while (held < count) {
      buffer |= (next < end ? file[next] & 0xffL : 0) << held;
      next++;
      held += 8;
    }
    return (int) (buffer & (1L << count) - 1);
  }

  /** Goes on by bits that were seen. */
  void skip(int count) {
    buffer >>>= count;
    held -= count;
  }

  int read(int count) {
    int bits = peek(count);
    skip(count);
    return bits;
  }

  boolean flag() {
    return read(1) == 1;
  }

  /** Fails if bits behind the end were used. */
  void requireWhole() throws EOFException {
    if (8L * next - held > 8L * end) {
      throw new EOFException();
    }
  }
}
