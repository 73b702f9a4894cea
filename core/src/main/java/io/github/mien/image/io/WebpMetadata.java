package io.github.mien.image.io;

import io.github.mien.image.Metadata;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * XMP in a WebP: the last chunk of a file in the extended format, which a simple file is turned
 * into (<a href="https://developers.google.com/speed/webp/docs/riff_container">container
 * specification</a>).
 */
final class WebpMetadata {
  private static final int HEADER_BYTES = 12;
  private static final int CHUNK_HEADER_BYTES = 8;
  private static final String EXTENDED = "VP8X";
  private static final String LOSSY = "VP8 ";
  private static final String LOSSLESS = "VP8L";
  private static final String XMP = "XMP ";
  private static final int HAS_XMP = 4;
  private static final int HAS_ALPHA = 16;

  private WebpMetadata() {}

  /** The same picture with a packet. */
  static byte[] add(byte[] file, byte[] xmp) throws IOException {
    ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    chunks.write("WEBP".getBytes(StandardCharsets.US_ASCII));
    chunks.write(extendedHeader(file));
    boolean extended = type(file, HEADER_BYTES).equals(EXTENDED);
    int from = extended ? HEADER_BYTES + CHUNK_HEADER_BYTES + 10 : HEADER_BYTES;
    chunks.write(file, from, file.length - from);
    chunks.write(chunk(XMP, xmp));
    return chunk("RIFF", chunks.toByteArray());
  }

  private static byte[] extendedHeader(byte[] file) throws IOException {
    int data = HEADER_BYTES + CHUNK_HEADER_BYTES;
    if (file.length < data + 10) {
      throw new IOException("a WebP of " + file.length + " bytes is not whole");
    }
    ByteBuffer riff = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    switch (type(file, HEADER_BYTES)) {
      case EXTENDED -> {
        byte[] header = Arrays.copyOfRange(file, data, data + 10);
        header[0] |= HAS_XMP;
        return chunk(EXTENDED, header);
      }
      case LOSSY -> {
        int width = riff.getShort(data + 6) & 0x3fff;
        int height = riff.getShort(data + 8) & 0x3fff;
        return extendedHeader(HAS_XMP, width, height);
      }
      case LOSSLESS -> {
        int bits = riff.getInt(data + 1);
        int flags = HAS_XMP | ((bits >>> 28 & 1) == 0 ? 0 : HAS_ALPHA);
        return extendedHeader(flags, (bits & 0x3fff) + 1, (bits >>> 14 & 0x3fff) + 1);
      }
      default -> throw new IOException("a WebP that begins with no picture");
    }
  }

  private static byte[] extendedHeader(int flags, int width, int height) {
    ByteBuffer header = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN).putInt(flags);
    header.putShort((short) (width - 1)).put((byte) 0);
    header.putShort((short) (height - 1)).put((byte) 0);
    return chunk(EXTENDED, header.array());
  }

  private static byte[] chunk(String type, byte[] data) {
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK_HEADER_BYTES + data.length + (data.length & 1));
    chunk.order(ByteOrder.LITTLE_ENDIAN);
    return chunk
        .put(type.getBytes(StandardCharsets.US_ASCII))
        .putInt(data.length)
        .put(data)
        .array();
  }

  static Metadata read(byte[] file) {
    ByteBuffer riff = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int at = HEADER_BYTES;
    while (at + CHUNK_HEADER_BYTES <= file.length) {
      int from = at + CHUNK_HEADER_BYTES;
      int length = riff.getInt(at + 4);
      if (length < 0 || length > file.length - from) {
        break;
      }
      if (type(file, at).equals(XMP)) {
        return XmpPacket.read(file, from, from + length);
      }
      at = from + length + (length & 1);
    }
    return Metadata.NONE;
  }

  private static String type(byte[] file, int at) {
    return new String(file, at, 4, StandardCharsets.ISO_8859_1);
  }
}
