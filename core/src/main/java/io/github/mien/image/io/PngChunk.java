package io.github.mien.image.io;

import java.io.EOFException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A chunk of a PNG file in memory (<a href="https://www.w3.org/TR/png-3/#5Chunk-layout">third
 * edition, 5.3</a>).
 *
 * @param type four letters
 * @param from where the data begins
 * @param length bytes of data
 */
record PngChunk(String type, int from, int length) {
  static final String HEADER = "IHDR";
  static final String PIXELS = "IDAT";
  static final String END = "IEND";
  static final String PROFILE = "iCCP";
  static final String EXIF = "eXIf";
  static final String TEXT = "iTXt";
  static final String ANIMATION = "acTL";
  static final String FRAME = "fcTL";
  static final String FRAME_PIXELS = "fdAT";

  private static final int SIGNATURE_BYTES = 8;
  private static final int CHECKSUM_BYTES = 4;

  /** The first of a file. */
  static PngChunk first(byte[] file) throws EOFException {
    return at(file, SIGNATURE_BYTES);
  }

  /** The next one, whether or not this one ends the picture. */
  PngChunk next(byte[] file) throws EOFException {
    return at(file, from + length + CHECKSUM_BYTES);
  }

  private static PngChunk at(byte[] file, int at) throws EOFException {
    int from = at + 8;
    if (from > file.length - CHECKSUM_BYTES) {
      throw new EOFException();
    }
    int length = ByteBuffer.wrap(file).getInt(at);
    if (length < 0 || length > file.length - CHECKSUM_BYTES - from) {
      throw new EOFException();
    }
    String type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
    return new PngChunk(type, from, length);
  }

  boolean is(String name) {
    return type.equals(name);
  }

  /** Its data, numbers in the order of the format. */
  ByteBuffer fields(byte[] file) {
    return ByteBuffer.wrap(file, from, length).slice();
  }
}
