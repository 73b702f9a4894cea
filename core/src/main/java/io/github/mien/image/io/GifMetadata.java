package io.github.mien.image.io;

import io.github.mien.image.Metadata;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * XMP in a GIF: an application extension whose packet is not cut into blocks. 258 bytes behind it
 * lead a reader that takes it for blocks, and lands anywhere within the packet, to the end (XMP
 * part 3, 1.1.2). Here it comes behind the number of loops, which some programs want to see first.
 */
final class GifMetadata implements MetadataStream.Place {
  static final GifMetadata PLACE = new GifMetadata();

  private static final int HEADER_BYTES = 13;
  private static final byte[] START = {
    0x21, (byte) 0xff, 11, 'X', 'M', 'P', ' ', 'D', 'a', 't', 'a', 'X', 'M', 'P'
  };
  private static final byte[] LOOPS = "NETSCAPE2.0".getBytes(StandardCharsets.ISO_8859_1);
  private static final int LOOPS_BYTES = 19;
  private static final int EXTENSION = 0x21;
  private static final byte APPLICATION = (byte) 0xff;
  private static final int FRAME = 0x2c;

  private GifMetadata() {}

  @Override
  public int find(byte[] head) {
    if (head.length < HEADER_BYTES) {
      return UNKNOWN;
    }
    int start = HEADER_BYTES + GifBytes.paletteBytes(head[10]);
    if (head.length < start + 2) {
      return UNKNOWN;
    }
    if (head[start] != EXTENSION || head[start + 1] != APPLICATION) {
      return start;
    }
    if (head.length < start + LOOPS_BYTES) {
      return UNKNOWN;
    }
    int name = start + 3;
    boolean loops = Arrays.equals(head, name, name + LOOPS.length, LOOPS, 0, LOOPS.length);
    return loops ? start + LOOPS_BYTES : start;
  }

  @Override
  public byte[] wrap(byte[] xmp) {
    ByteBuffer extension = ByteBuffer.allocate(START.length + xmp.length + 258);
    extension.put(START).put(xmp).put((byte) 1);
    for (int length = 255; length >= 0; length--) {
      extension.put((byte) length);
    }
    return extension.put((byte) 0).array();
  }

  static Metadata read(byte[] file) {
    try {
      return walk(file);
    } catch (ArrayIndexOutOfBoundsException e) {
      // Cut short, and no packet up to there.
      return Metadata.NONE;
    }
  }

  private static Metadata walk(byte[] file) {
    int at = HEADER_BYTES + GifBytes.paletteBytes(file[10]);
    while (file[at] == EXTENSION || file[at] == FRAME) {
      if (isXmp(file, at)) {
        int from = at + START.length;
        int to = from;
        while (file[to] != 1) {
          to++;
        }
        return XmpPacket.read(file, from, to);
      }
      // A frame has nine bytes of place, its palette, and the size of its codes.
      at += file[at] == FRAME ? 11 + GifBytes.paletteBytes(file[at + 9]) : 2;
      while (file[at] != 0) {
        at += 1 + (file[at] & 0xff);
      }
      at++;
    }
    return Metadata.NONE;
  }

  private static boolean isXmp(byte[] file, int at) {
    int end = at + START.length;
    return end <= file.length && Arrays.equals(file, at, end, START, 0, START.length);
  }
}
