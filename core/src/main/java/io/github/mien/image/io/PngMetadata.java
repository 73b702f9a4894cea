package io.github.mien.image.io;

import io.github.mien.image.Metadata;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** XMP in a PNG: an international text chunk of a set keyword, here right behind the header. */
final class PngMetadata implements MetadataStream.Place {
  static final PngMetadata PLACE = new PngMetadata();

  private static final int SIGNATURE_BYTES = 8;
  private static final int HEADER_BYTES = 25;

  private static final byte[] KEYWORD = "XML:com.adobe.xmp\0".getBytes(StandardCharsets.ISO_8859_1);

  private PngMetadata() {}

  @Override
  public int find(byte[] head) {
    int end = SIGNATURE_BYTES + HEADER_BYTES;
    return head.length < end ? UNKNOWN : end;
  }

  @Override
  public byte[] wrap(byte[] xmp) throws IOException {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.write(KEYWORD);
    // Not compressed, method 0, no language, no translated keyword.
    data.write(new byte[4]);
    data.write(xmp);
    ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    new PngChunks(chunk).write(PngChunk.TEXT, data.toByteArray());
    return chunk.toByteArray();
  }

  static Metadata read(byte[] file) {
    try {
      PngChunk chunk = PngChunk.first(file);
      while (!chunk.is(PngChunk.TEXT) || !isXmp(file, chunk.from(), chunk.length())) {
        chunk = chunk.next(file);
      }
      return text(file, chunk.from() + KEYWORD.length, chunk.from() + chunk.length());
    } catch (EOFException e) {
      // No packet up to the end.
      return Metadata.NONE;
    }
  }

  private static boolean isXmp(byte[] file, int at, int length) {
    return length >= KEYWORD.length + 4
        && Arrays.equals(file, at, at + KEYWORD.length, KEYWORD, 0, KEYWORD.length);
  }

  /**
   * What follows the keyword: two flags, language and translated keyword, each ended by 0, text.
   */
  private static Metadata text(byte[] file, int from, int to) {
    boolean compressed = file[from] != 0;
    int at = from + 2;
    for (int ended = 0; ended < 2 && at < to; at++) {
      ended += file[at] == 0 ? 1 : 0;
    }
    return compressed ? inflated(file, at, to) : XmpPacket.read(file, at, to);
  }

  private static Metadata inflated(byte[] file, int from, int to) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(file, from, to - from);
      byte[] text = new byte[Metadata.MAX_BYTES];
      int length = inflater.inflate(text);
      return inflater.finished() ? XmpPacket.read(text, 0, length) : Metadata.NONE;
    } catch (DataFormatException e) {
      return Metadata.NONE;
    } finally {
      inflater.end();
    }
  }
}
