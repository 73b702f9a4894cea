package io.github.mien.image.io;

import io.github.mien.image.Image;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Windows bitmap. */
final class BmpDecoder extends Decoder {
  private static final int OLD_HEADER_BYTES = 12;

  private final byte[] file;
  private final Header header;

  BmpDecoder(byte[] file) {
    this.file = file;
    ByteBuffer fields = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    boolean old = fields.getInt(14) == OLD_HEADER_BYTES;
    // A negative height says that the upper row comes first.
    this.header =
        old
            ? new Header(fields.getShort(18) & 0xffff, fields.getShort(20) & 0xffff)
            : new Header(fields.getInt(18), Math.abs(fields.getInt(22)));
  }

  @Override
  Header header() {
    return header;
  }

  @Override
  Image pixels() throws IOException {
    return Pixels.take(Codecs.first(Codecs.reader("bmp"), file));
  }
}
