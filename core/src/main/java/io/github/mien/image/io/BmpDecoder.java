package io.github.mien.image.io;

import io.github.mien.image.Image;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Windows bitmap. */
final class BmpDecoder extends Decoder {
  private static final int OLD_HEADER_BYTES = 12;

  private final byte[] file;
  private final int width;
  private final int height;

  BmpDecoder(byte[] file) {
    this.file = file;
    ByteBuffer header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    boolean old = header.getInt(14) == OLD_HEADER_BYTES;
    this.width = old ? header.getShort(18) & 0xffff : header.getInt(18);
    // A negative height says that the upper row comes first.
    this.height = old ? header.getShort(20) & 0xffff : Math.abs(header.getInt(22));
  }

  @Override
  int width() {
    return width;
  }

  @Override
  int height() {
    return height;
  }

  @Override
  Image pixels() throws IOException {
    return Pixels.take(Codecs.first(Codecs.reader("bmp"), file));
  }
}
