package io.github.mien.image.io;

import io.github.mien.image.Image;
import io.github.mien.image.io.ImageReadException.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.InflaterInputStream;

/** PNG (third edition): its chunks are walked here, its pixels decoded by the platform. */
final class PngDecoder extends Decoder {
  private static final int HEADER_BYTES = 13;

  /** Larger than any profile in use: what inflates to more is an attack. */
  private static final int MAX_PROFILE_BYTES = 8 << 20;

  private final byte[] file;
  private final Header header;
  private byte[] profile = new byte[0];
  private Orientation orientation = Orientation.UPRIGHT;

  PngDecoder(byte[] file) throws IOException {
    this.file = file;
    PngChunk first = PngChunk.first(file);
    if (!first.is(PngChunk.HEADER) || first.length() < HEADER_BYTES) {
      throw new ImageReadException(Kind.DAMAGED, "damaged: a PNG without its header");
    }
    walk(first);
    ByteBuffer size = first.fields(file);
    this.header = new Header(size.getInt(0), size.getInt(4), orientation, profile);
  }

  @Override
  Header header() {
    return header;
  }

  @Override
  Image pixels() throws IOException {
    return Pixels.take(Codecs.first(Codecs.reader("png"), file));
  }

  private void walk(PngChunk first) throws IOException {
    boolean data = false;
    for (PngChunk chunk = first; !chunk.is(PngChunk.END); chunk = chunk.next(file)) {
      switch (chunk.type()) {
        case PngChunk.PROFILE -> profile = inflate(chunk.from(), chunk.length());
        case PngChunk.EXIF -> orientation = Exif.orientation(chunk.fields(file));
        case PngChunk.PIXELS -> data = true;
        default -> {}
      }
    }
    if (!data) {
      throw new ImageReadException(Kind.DAMAGED, "damaged: a PNG without pixels");
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
