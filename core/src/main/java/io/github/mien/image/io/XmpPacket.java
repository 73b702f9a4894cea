package io.github.mien.image.io;

import io.github.mien.image.Metadata;
import java.nio.charset.StandardCharsets;

/** The packet of XMP in a picture file. */
final class XmpPacket {
  private XmpPacket() {}

  /**
   * Finds the packet.
   *
   * @return none where there is none, or it is not whole
   */
  static Metadata find(byte[] file) throws ImageReadException {
    return switch (FileFormat.of(file)) {
      case PNG -> PngMetadata.read(file);
      case JPEG -> JpegMetadata.read(file);
      case GIF -> GifMetadata.read(file);
      case WEBP -> WebpMetadata.read(file);
      case BMP -> Metadata.NONE;
    };
  }

  /** From bytes; what no packet may be counts as none. */
  static Metadata read(byte[] bytes, int from, int to) {
    try {
      return new Metadata(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Metadata.NONE;
    }
  }
}
