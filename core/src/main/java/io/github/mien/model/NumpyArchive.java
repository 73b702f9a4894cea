package io.github.mien.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Arrays of a NumPy {@code .npz} file: those in C order of little-endian 16- and 32-bit floats,
 * 32-bit integers, and strings. Format: numpy.lib.format, version 1.0. Immutable; every call reads
 * from the file.
 */
public final class NumpyArchive {
  private static final int PREFIX = 10;

  private final Path file;

  /**
   * @param file not opened yet
   */
  public NumpyArchive(Path file) {
    this.file = file;
  }

  /**
   * An array of {@code <f2}, {@code <f4} or {@code <i4} as floats, row-major.
   *
   * @throws IOException if there is none of that name or it is of another type
   */
  public float[] floats(String name) throws IOException {
    Content content = read(name);
    ByteBuffer data = content.data;
    String type = content.header.replaceAll(".*'descr': '([^']*)'.*", "$1");
    int width =
        switch (type) {
          case "<f2" -> 2;
          case "<f4", "<i4" -> 4;
          default ->
              throw new IOException(
                  file + " has " + name + " as " + type + ", expected <f2, <f4 or <i4");
        };
    float[] numbers = new float[data.remaining() / width];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] =
          switch (type) {
            case "<f2" -> Half.toFloat(data.getShort());
            case "<f4" -> data.getFloat();
            default -> data.getInt();
          };
    }
    return numbers;
  }

  /**
   * An array of {@code <U} strings.
   *
   * @throws IOException if there is none of that name or it is of another type
   */
  public String[] strings(String name) throws IOException {
    Content content = read(name);
    String digits = content.header.replaceAll(".*'descr': '<U(\\d+)'.*", "$1");
    if (digits.equals(content.header)) {
      throw new IOException(file + " has " + name + " as something else than strings");
    }
    int length = Integer.parseInt(digits);
    String[] strings = new String[content.data.remaining() / (4 * length)];
    for (int i = 0; i < strings.length; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = 0; k < length; k++) {
        int character = content.data.getInt();
        if (character != 0) {
          text.appendCodePoint(character);
        }
      }
      strings[i] = text.toString();
    }
    return strings;
  }

  private record Content(String header, ByteBuffer data) {}

  private Content read(String name) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry entry = zip.getEntry(name + ".npy");
      if (entry == null) {
        throw new IOException(file + " has no array " + name);
      }
      ByteBuffer bytes =
          ByteBuffer.wrap(zip.getInputStream(entry).readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      int header = bytes.getShort(PREFIX - 2) & 0xffff;
      String text = new String(bytes.array(), PREFIX, header, StandardCharsets.US_ASCII).trim();
      if (text.contains("'fortran_order': True")) {
        throw new IOException(
            file + " has " + name + " column by column; save it with numpy.ascontiguousarray");
      }
      return new Content(text, bytes.position(PREFIX + header));
    }
  }
}
