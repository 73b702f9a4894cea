package io.github.mien.image.io;

import io.github.mien.image.Metadata;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * XMP in an MP4: a box of a set number, here behind all others (XMP part 3, 1.2.1); in a QuickTime
 * file that others wrote, one within the user's data (1.2.3).
 */
final class Mp4Metadata {
  private static final long NUMBER_HIGH = 0xbe7acfcb97a942e8L;
  private static final long NUMBER_LOW = 0x9c71999491e3afacL;
  private static final int HEADER_BYTES = 24;
  private static final int BOX_BYTES = 8;
  private static final int NUMBERED = 0x75756964;
  private static final int MOVIE = 0x6d6f6f76;
  private static final int USER_DATA = 0x75647461;
  private static final int QUICKTIME_XMP = 0x584d505f;

  /** The user's data is in the movie, or beside it. */
  private static final int MOST_DEPTH = 2;

  private Mp4Metadata() {}

  /** What is appended to the file; empty where there is nothing to say. */
  static byte[] box(Metadata metadata) {
    if (metadata.isEmpty()) {
      return new byte[0];
    }
    byte[] xmp = metadata.xmp().getBytes(StandardCharsets.UTF_8);
    ByteBuffer box = ByteBuffer.allocate(HEADER_BYTES + xmp.length);
    box.putInt(box.capacity()).put("uuid".getBytes(StandardCharsets.US_ASCII));
    return box.putLong(NUMBER_HIGH).putLong(NUMBER_LOW).put(xmp).array();
  }

  /** None where there is none, or it is not whole. */
  static Metadata read(RandomAccessFile file) throws IOException {
    try {
      Metadata found = find(file, 0, file.length(), 0);
      return found == null ? Metadata.NONE : found;
    } catch (EOFException e) {
      // Cut short, and no packet up to there.
      return Metadata.NONE;
    }
  }

  /**
   * @param depth in how many others these boxes are
   */
  private static @Nullable Metadata find(RandomAccessFile file, long from, long end, int depth)
      throws IOException {
    long at = from;
    while (at + BOX_BYTES <= end) {
      file.seek(at);
      long length = file.readInt() & 0xffffffffL;
      int type = file.readInt();
      // 1: it follows in 64 bits; 0: up to the end.
      length = length == 1 ? file.readLong() : length == 0 ? end - at : length;
      long data = file.getFilePointer();
      if (length < data - at || length > end - at) {
        throw new EOFException();
      }
      Metadata found = null;
      if ((type == MOVIE || type == USER_DATA) && depth < MOST_DEPTH) {
        found = find(file, data, at + length, depth + 1);
      } else if (type == QUICKTIME_XMP) {
        found = packet(file, at + length);
      } else if (type == NUMBERED
          && length >= HEADER_BYTES
          && file.readLong() == NUMBER_HIGH
          && file.readLong() == NUMBER_LOW) {
        found = packet(file, at + length);
      }
      if (found != null) {
        return found;
      }
      at += length;
    }
    return null;
  }

  private static Metadata packet(RandomAccessFile file, long end) throws IOException {
    byte[] xmp = new byte[(int) Math.min(Metadata.MAX_BYTES, end - file.getFilePointer())];
    file.readFully(xmp);
    return XmpPacket.read(xmp, 0, xmp.length);
  }
}
