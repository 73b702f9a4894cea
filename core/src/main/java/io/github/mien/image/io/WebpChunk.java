package io.github.mien.image.io;

import io.github.mien.image.Rect;
import io.github.mien.image.io.ImageReadException.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A chunk of a WebP file in memory (<a
 * href="https://www.rfc-editor.org/rfc/rfc9649#section-2.3">RFC 9649</a>): four letters, the length
 * of its data, the data, and a zero where that is odd.
 *
 * @param type four letters
 * @param from where the data begins
 * @param length bytes of data
 */
record WebpChunk(String type, int from, int length) {
  static final String EXTENDED = "VP8X";
  static final String LOSSY = "VP8 ";
  static final String LOSSLESS = "VP8L";
  static final String ALPHA = "ALPH";
  static final String PROFILE = "ICCP";
  static final String EXIF = "EXIF";
  static final String XMP = "XMP ";
  static final String LOOPS = "ANIM";
  static final String FRAME = "ANMF";

  /** Flags of the extended header. */
  static final int HAS_ANIMATION = 2;

  static final int HAS_XMP = 4;
  static final int HAS_ALPHA = 16;

  /** Flags of a frame. */
  static final int FRAME_IS_CLEARED = 1;

  static final int FRAME_REPLACES = 2;

  /** What comes before the first chunk of a file. */
  static final int FILE_HEADER_BYTES = 12;

  private static final int HEADER_BYTES = 8;

  /** The first of a file, or null if it has none. */
  static @Nullable WebpChunk first(byte[] file) throws EOFException {
    return at(file, FILE_HEADER_BYTES, end(file));
  }

  /**
   * The one that begins at a place, or null at the end of those it is one of.
   *
   * @param end where the last of them ends
   * @throws EOFException if it is not whole
   */
  static @Nullable WebpChunk at(byte[] file, int at, int end) throws EOFException {
    if (end - at < HEADER_BYTES) {
      return null;
    }
    int from = at + HEADER_BYTES;
    long length = fields(file).getInt(at + 4) & 0xffffffffL;
    if (length > end - from) {
      throw new EOFException();
    }
    return new WebpChunk(type(file, at), from, (int) length);
  }

  /** The next one of the file, or null if there is none. */
  @Nullable WebpChunk next(byte[] file) throws EOFException {
    return next(file, end(file));
  }

  /** The next one before an end, or null if there is none. */
  @Nullable WebpChunk next(byte[] file, int end) throws EOFException {
    return at(file, end(), end);
  }

  /**
   * The corner 0, 0 and the size that it tells of its picture: the header of a file in the extended
   * format, or a bitstream of colours.
   */
  Rect size(byte[] file) throws IOException {
    if (length < (type.equals(LOSSLESS) ? 5 : 10)) {
      throw new EOFException();
    }
    ByteBuffer fields = fields(file);
    switch (type) {
      case EXTENDED -> {
        return new Rect(0, 0, 1 + get24(fields, from + 4), 1 + get24(fields, from + 7));
      }
      case LOSSY -> {
        int width = fields.getShort(from + 6) & 0x3fff;
        return new Rect(0, 0, width, fields.getShort(from + 8) & 0x3fff);
      }
      case LOSSLESS -> {
        int bits = fields.getInt(from + 1);
        return new Rect(0, 0, (bits & 0x3fff) + 1, (bits >>> 14 & 0x3fff) + 1);
      }
      default ->
          throw new ImageReadException(Kind.DAMAGED, "damaged: a WebP that begins with no picture");
    }
  }

  /** Whether it is one of those that make up the pixels of a picture. */
  boolean isBitstream() {
    return type.equals(ALPHA) || type.equals(LOSSY) || type.equals(LOSSLESS);
  }

  /** Whether it brings transparency along. */
  boolean bitstreamHasAlpha(byte[] file) {
    return type.equals(ALPHA)
        || type.equals(LOSSLESS) && length >= 5 && (fields(file).getInt(from + 1) >>> 28 & 1) != 0;
  }

  /** A copy of its data. */
  byte[] data(byte[] file) {
    return Arrays.copyOfRange(file, from, from + length);
  }

  /** Where it begins. */
  int start() {
    return from - HEADER_BYTES;
  }

  /** Where the next one begins; past the file where the last lacks its zero. */
  int end() {
    return from + length + (length & 1);
  }

  private static int end(byte[] file) throws EOFException {
    if (file.length < FILE_HEADER_BYTES) {
      throw new EOFException();
    }
    long end = HEADER_BYTES + (fields(file).getInt(4) & 0xffffffffL);
    if (end > file.length) {
      throw new EOFException();
    }
    return (int) end;
  }

  private static String type(byte[] file, int at) {
    return new String(file, at, 4, StandardCharsets.ISO_8859_1);
  }

  /** Numbers of a file. */
  static ByteBuffer fields(byte[] file) {
    return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** A whole chunk. */
  static byte[] write(String type, byte[] data) {
    return ByteBuffer.allocate(HEADER_BYTES + data.length + (data.length & 1))
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(type.getBytes(StandardCharsets.US_ASCII))
        .putInt(data.length)
        .put(data)
        .array();
  }

  /** A whole file of these chunks. */
  static byte[] writeFile(byte[] chunks) {
    ByteBuffer body = ByteBuffer.allocate(4 + chunks.length);
    return write("RIFF", body.put("WEBP".getBytes(StandardCharsets.US_ASCII)).put(chunks).array());
  }

  /** The header of a file in the extended format. */
  static byte[] extendedHeader(int flags, int width, int height) {
    ByteBuffer header = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN).putInt(flags);
    put24(header, width - 1);
    put24(header, height - 1);
    return write(EXTENDED, header.array());
  }

  static void put24(ByteBuffer fields, int value) {
    fields.putShort((short) value).put((byte) (value >> 16));
  }

  static int get24(ByteBuffer fields, int at) {
    return fields.getShort(at) & 0xffff | (fields.get(at + 2) & 0xff) << 16;
  }
}
