package io.github.mien.ffmpeg;

import io.github.mien.image.io.ImageReadException;
import io.github.mien.image.io.ImageReadException.Kind;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * Whether a file is as long as it says: FFmpeg plays what there is of a file that was cut short,
 * and says nothing.
 */
final class FileExtent {
  private static final int EBML = 0x1a45dfa3;
  private static final int SEGMENT = 0x18538067;
  private static final int HEADER_BYTES = 16;

  private FileExtent() {}

  /** Checks MP4 and its kin, and Matroska; others pass. */
  static void requireWhole(Path file) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      long length = in.length();
      long end =
          length >= HEADER_BYTES && in.readInt() == EBML ? endOfSegment(in) : endOfBoxes(in);
      if (end > length) {
        throw new ImageReadException(
            Kind.DAMAGED,
            "damaged: the file is cut short, it has %d of %d bytes".formatted(length, end));
      }
    }
  }

  /** Boxes of ISO/IEC 14496-12: size and type each, 1 for a size of 64 bits, 0 to the end. */
  private static long endOfBoxes(RandomAccessFile in) throws IOException {
    long at = 0;
    while (at + HEADER_BYTES <= in.length()) {
      in.seek(at);
      long size = in.readInt() & 0xffffffffL;
      int type = in.readInt();
      if (size == 1) {
        size = in.readLong();
      }
      if (size < 8 || !isName(type)) {
        return 0;
      }
      at += size;
    }
    return at;
  }

  private static boolean isName(int type) {
    for (int shift = 0; shift < 32; shift += 8) {
      int letter = type >> shift & 0xff;
      if (letter < ' ') {
        return false;
      }
    }
    return true;
  }

  /** Elements of RFC 8794: an identifier and a size each, both of variable length. */
  private static long endOfSegment(RandomAccessFile in) throws IOException {
    in.seek(4);
    long header = size(in);
    in.seek(in.getFilePointer() + Math.max(0, header));
    if (in.getFilePointer() + HEADER_BYTES > in.length() || in.readInt() != SEGMENT) {
      return 0;
    }
    long size = size(in);
    return size < 0 ? 0 : in.getFilePointer() + size;
  }

  /** All bits set, -1 here, means that it is not known. */
  private static long size(RandomAccessFile in) throws IOException {
    int first = in.read();
    int more = Integer.numberOfLeadingZeros(first) - 24;
    if (first <= 0) {
      return -1;
    }
    long size = first & 0x7f >> more;
    long unknown = 0x7f >> more;
    for (int i = 0; i < more; i++) {
      size = size << 8 | in.read() & 0xff;
      unknown = unknown << 8 | 0xff;
    }
    return size == unknown ? -1 : size;
  }
}
