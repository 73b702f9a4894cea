package io.github.mien.image.io;

import io.github.mien.image.Metadata;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** XMP in an MP4: a box of a set number, here behind all others (XMP part 3, 1.2.1). */
final class Mp4Metadata {
  private static final long NUMBER_HIGH = 0xbe7acfcb97a942e8L;
  private static final long NUMBER_LOW = 0x9c71999491e3afacL;
  private static final int HEADER_BYTES = 24;

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
}
