package io.github.mien.image.io;

import io.github.mien.image.Metadata;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** XMP in a JPEG: a segment APP1 of a set name, here behind the JFIF header, which comes first. */
final class JpegMetadata implements MetadataStream.Place {
  static final JpegMetadata PLACE = new JpegMetadata();

  private static final byte[] NAME =
      "http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final int APP0 = 0xe0;
  private static final int APP1 = 0xe1;
  private static final int SCAN = 0xda;
  private static final int END = 0xd9;

  private JpegMetadata() {}

  @Override
  public int find(byte[] head) {
    if (head.length < 6) {
      return UNKNOWN;
    }
    if ((head[3] & 0xff) != APP0) {
      return 2;
    }
    int end = 4 + unsigned16(head, 4);
    return head.length < end ? UNKNOWN : end;
  }

  @Override
  public byte[] wrap(byte[] xmp) throws IOException {
    int length = 2 + NAME.length + xmp.length;
    ByteBuffer segment = ByteBuffer.allocate(2 + length);
    segment.put((byte) 0xff).put((byte) APP1).putShort((short) length).put(NAME).put(xmp);
    return segment.array();
  }

  static Metadata read(byte[] file) {
    int at = 2;
    while (at + 4 <= file.length && file[at] == (byte) 0xff) {
      int marker = file[at + 1] & 0xff;
      if (marker == 0xff) {
        at++;
        continue;
      }
      int end = at + 2 + unsigned16(file, at + 2);
      if (marker == SCAN || marker == END || end > file.length) {
        break;
      }
      if (marker == APP1 && isXmp(file, at + 4, end)) {
        return XmpPacket.read(file, at + 4 + NAME.length, end);
      }
      at = end;
    }
    return Metadata.NONE;
  }

  private static boolean isXmp(byte[] file, int from, int to) {
    int end = from + NAME.length;
    return end <= to && Arrays.equals(file, from, end, NAME, 0, NAME.length);
  }

  private static int unsigned16(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
  }
}
