package io.github.mien.face;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;

/**
 * Numbers as dlib's {@code serialize} writes them. A whole number is a control byte, whose low four
 * bits say how many bytes follow and whose highest bit is the sign, and its bytes, the lowest
 * first. A floating-point number is two whole ones, mantissa and exponent of 2. (Files of before
 * 2013, with decimal text in their place, are not read.) Not thread-safe.
 */
final class DlibStream {
  private static final int SIZE = 1 << 16;
  private static final int NEGATIVE = 0x80;
  private static final int RESERVED = 0x70;

  /** Exponents from here on mean infinities and what is no number. */
  private static final int SPECIAL = 32000;

  private final InputStream in;
  private final byte[] buffer = new byte[SIZE];
  private int at;
  private int end;

  DlibStream(InputStream in) {
    this.in = in;
  }

  /**
   * A whole number.
   *
   * @throws EOFException at the end of the file
   * @throws StreamCorruptedException if there is none
   */
  long integer() throws IOException {
    int control = next();
    int bytes = control & 0x0f;
    if ((control & RESERVED) != 0 || bytes == 0 || bytes > 8) {
      throw new StreamCorruptedException("0x%02x is no control byte".formatted(control));
    }
    long number = 0;
    for (int shift = 0; shift < 8 * bytes; shift += 8) {
      number |= (long) next() << shift;
    }
    return (control & NEGATIVE) != 0 ? -number : number;
  }

  /**
   * How many items follow, or which one is meant.
   *
   * @param limit what it must be below
   */
  int count(int limit) throws IOException {
    long count = integer();
    if (count < 0 || count >= limit) {
      throw new StreamCorruptedException(count + " is no number below " + limit);
    }
    return (int) count;
  }

  /** A floating-point number. */
  float real() throws IOException {
    long mantissa = integer();
    long exponent = integer();
    if (exponent >= SPECIAL) {
      throw new StreamCorruptedException("a number is not finite");
    }
    return Math.scalb((float) mantissa, (int) exponent);
  }

  /** Fills an array with floating-point numbers. */
  float[] reals(float[] numbers) throws IOException {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = real();
    }
    return numbers;
  }

  /** A matrix of one column; its extents are written negative. */
  float[] column(int limit) throws IOException {
    int rows = (int) -Math.max(integer(), -limit);
    if (rows < 0 || rows >= limit || integer() != -1) {
      throw new StreamCorruptedException("no column of less than " + limit + " numbers");
    }
    return reals(new float[rows]);
  }

  private int next() throws IOException {
    if (at == end) {
      end = in.read(buffer);
      at = 0;
      if (end <= 0) {
        throw new EOFException();
      }
    }
    return buffer[at++] & 0xff;
  }
}
