package io.github.mien.image.io;

import io.github.mien.image.Image;
import io.github.mien.image.io.ImageReadException.Kind;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.InflaterInputStream;

/** PNG (third edition): its chunks are walked here, its pixels decoded by the platform. */
final class PngDecoder extends Decoder {
  private static final int SIGNATURE_BYTES = 8;
  private static final int CHUNK_BYTES = 12;
  private static final int IHDR = 0x49484452;
  private static final int IDAT = 0x49444154;
  private static final int IEND = 0x49454e44;
  private static final int ICCP = 0x69434350;
  private static final int EXIF = 0x65584966;

  /** Larger than any profile in use: what inflates to more is an attack. */
  private static final int MAX_PROFILE_BYTES = 8 << 20;

  private final byte[] file;
  private final Header header;
  private byte[] profile = new byte[0];
  private Orientation orientation = Orientation.UPRIGHT;

  PngDecoder(byte[] file) throws IOException {
    this.file = file;
    ByteBuffer chunks = ByteBuffer.wrap(file);
    if (file.length < SIGNATURE_BYTES + CHUNK_BYTES + 13) {
      throw new EOFException();
    }
    if (chunks.getInt(SIGNATURE_BYTES + 4) != IHDR) {
      throw new ImageReadException(Kind.DAMAGED, "damaged: a PNG without its header");
    }
    walk(chunks);
    int width = chunks.getInt(SIGNATURE_BYTES + 8);
    int height = chunks.getInt(SIGNATURE_BYTES + 12);
    this.header = new Header(width, height, orientation, profile);
  }

  @Override
  Header header() {
    return header;
  }

  @Override
  Image pixels() throws IOException {
    return Pixels.take(Codecs.first(Codecs.reader("png"), file));
  }

  private void walk(ByteBuffer chunks) throws IOException {
    boolean data = false;
    int at = SIGNATURE_BYTES;
    while (true) {
      if (at > file.length - CHUNK_BYTES) {
        throw new EOFException();
      }
      int length = chunks.getInt(at);
      int type = chunks.getInt(at + 4);
      if (length < 0 || length > file.length - CHUNK_BYTES - at) {
        throw new EOFException();
      }
      switch (type) {
        case ICCP -> profile = inflate(at + 8, length);
        case EXIF -> orientation = Exif.orientation(ByteBuffer.wrap(file, at + 8, length));
        case IDAT -> data = true;
        case IEND -> {
          if (!data) {
            throw new ImageReadException(Kind.DAMAGED, "damaged: a PNG without pixels");
          }
          return;
        }
        default -> {}
      }
      at += CHUNK_BYTES + length;
    }
  }

  /** An iCCP chunk: a name, a zero, the compression method, the compressed profile. */
  private byte[] inflate(int from, int length) {
    int end = from + length;
    int data = from;
    while (data < end && file[data] != 0) {
      data++;
    }
    data += 2;
    if (data >= end) {
      return new byte[0];
    }
    try (InflaterInputStream stream =
        new InflaterInputStream(new ByteArrayInputStream(file, data, end - data))) {
      byte[] icc = stream.readNBytes(MAX_PROFILE_BYTES + 1);
      return icc.length > MAX_PROFILE_BYTES ? new byte[0] : icc;
    } catch (IOException e) {
      // A broken profile is no profile: the pixels are still good.
      return new byte[0];
    }
  }
}
