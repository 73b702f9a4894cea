package io.github.mien.image.io;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import io.github.mien.image.Image;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.imageio.ImageReader;

/** WebP (RFC 9649), decoded by TwelveMonkeys, which also applies the ICC profile. */
final class WebpDecoder extends Decoder {
  private static final int HEADER_BYTES = 12;
  private static final int CHUNK_BYTES = 8;
  private static final int EXIF = 0x46495845;
  private static final String EXIF_PREFIX = "Exif\0\0";

  private final byte[] file;
  private final Header header;

  WebpDecoder(byte[] file) throws IOException {
    this.file = file;
    Orientation orientation = walk();
    ImageReader reader = new WebPImageReaderSpi().createReaderInstance(null);
    try (MemoryStream stream = new MemoryStream(file, file.length)) {
      reader.setInput(stream);
      this.header = new Header(reader.getWidth(0), reader.getHeight(0), orientation, new byte[0]);
    } finally {
      reader.dispose();
    }
  }

  @Override
  Header header() {
    return header;
  }

  @Override
  Image pixels() throws IOException {
    return Pixels.take(Codecs.first(new WebPImageReaderSpi().createReaderInstance(null), file));
  }

  /** The orientation; that all chunks are there whole is checked on the way. */
  private Orientation walk() throws EOFException {
    ByteBuffer riff = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    if (file.length < HEADER_BYTES) {
      throw new EOFException();
    }
    long end = CHUNK_BYTES + (riff.getInt(4) & 0xffffffffL);
    if (end > riff.limit()) {
      throw new EOFException();
    }
    Orientation orientation = Orientation.UPRIGHT;
    long at = HEADER_BYTES;
    while (at + CHUNK_BYTES <= end) {
      int chunk = (int) at;
      long length = riff.getInt(chunk + 4) & 0xffffffffL;
      if (at + CHUNK_BYTES + length > end) {
        throw new EOFException();
      }
      if (riff.getInt(chunk) == EXIF) {
        orientation = Exif.orientation(exif(chunk + CHUNK_BYTES, (int) length));
      }
      at += CHUNK_BYTES + length + (length & 1);
    }
    return orientation;
  }

  /** Some programs put JPEG's prefix in front. */
  private ByteBuffer exif(int from, int length) {
    boolean prefixed = length > EXIF_PREFIX.length() && file[from] == 'E';
    int skip = prefixed ? EXIF_PREFIX.length() : 0;
    return ByteBuffer.wrap(file, from + skip, length - skip);
  }
}
