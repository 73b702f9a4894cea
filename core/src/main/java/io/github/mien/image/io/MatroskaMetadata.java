package io.github.mien.image.io;

import io.github.mien.image.Metadata;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * XMP in a Matroska or WebM. Matroska sets no place for it: it is the text of a tag named {@value
 * #TAG} (<a href="https://www.rfc-editor.org/rfc/rfc9559#section-5.1.8">RFC 9559, 5.1.8</a>).
 */
final class MatroskaMetadata {
  private static final String TAG = "XMP";

  private static final long SEGMENT = 0x18538067L;
  private static final long CLUSTER = 0x1f43b675L;
  private static final long TAGS = 0x1254c367L;
  private static final long TAG_GROUP = 0x7373;
  private static final long SIMPLE_TAG = 0x67c8;
  private static final long NAME = 0x45a3;
  private static final long TEXT = 0x4487;

  /** Tags may be parts of tags; no program goes that deep. */
  private static final int MOST_DEPTH = 16;

  private final RandomAccessFile file;

  private MatroskaMetadata(RandomAccessFile file) {
    this.file = file;
  }

  /** None where there is none, or it is not whole. */
  static Metadata read(RandomAccessFile file) throws IOException {
    try {
      Metadata found = new MatroskaMetadata(file).find(0, file.length(), 0);
      return found == null ? Metadata.NONE : found;
    } catch (EOFException e) {
      // Cut short, and no tag up to there.
      return Metadata.NONE;
    }
  }

  /**
   * @param depth in how many others these elements are
   */
  private @Nullable Metadata find(long from, long end, int depth) throws IOException {
    String name = "";
    long at = from;
    while (at < end) {
      file.seek(at);
      long type = number(false);
      long length = number(true);
      long data = file.getFilePointer();
      // What has no length is ended by what cannot be in it, so its parts are taken for neighbours.
      if (length < 0) {
        if (type != SEGMENT && type != CLUSTER) {
          return null;
        }
        at = data;
        continue;
      }
      if (length > end - data) {
        throw new EOFException();
      }
      if (type == NAME) {
        name = text(length);
      } else if (type == TEXT && name.equals(TAG)) {
        byte[] xmp = bytes(length);
        return XmpPacket.read(xmp, 0, xmp.length);
      } else if (holdsTags(type) && depth < MOST_DEPTH) {
        Metadata found = find(data, data + length, depth + 1);
        if (found != null) {
          return found;
        }
      }
      at = data + length;
    }
    return null;
  }

  private static boolean holdsTags(long type) {
    return type == SEGMENT || type == TAGS || type == TAG_GROUP || type == SIMPLE_TAG;
  }

  private String text(long length) throws IOException {
    return new String(bytes(length), StandardCharsets.UTF_8);
  }

  private byte[] bytes(long length) throws IOException {
    byte[] bytes = new byte[(int) Math.min(length, Metadata.MAX_BYTES)];
    file.readFully(bytes);
    return bytes;
  }

  /**
   * A number of a variable length, which the first byte's zeros tell (RFC 8794, 4).
   *
   * @param plain without the bit that ends those zeros; -1 where all others are set
   */
  private long number(boolean plain) throws IOException {
    int first = file.readUnsignedByte();
    int more = Integer.numberOfLeadingZeros(first) - 24;
    if (more > 7) {
      throw new EOFException();
    }
    long number = plain ? first & 0x7f >> more : first;
    for (int i = 0; i < more; i++) {
      number = number << 8 | file.readUnsignedByte();
    }
    return plain && number == (1L << 7 * (more + 1)) - 1 ? -1 : number;
  }
}
