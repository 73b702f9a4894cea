package io.github.mien.image.io;

import io.github.mien.image.Image;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;

/** Writes a picture in one format. */
@FunctionalInterface
interface Encoder {

  /**
   * Encodes a picture.
   *
   * @param image not modified
   * @param out not closed
   */
  void encode(Image image, OutputStream out) throws IOException;

  /** The encoder that the extension of a name asks for. */
  static Encoder byExtension(Path file) throws ImageWriteException {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".png")) {
      return new PngEncoder();
    }
    if (name.endsWith(".jpg") || name.endsWith(".jpeg")) {
      return new JpegEncoder();
    }
    if (name.endsWith(".webp")) {
      return WebpPlugin.encoder(file);
    }
    throw new ImageWriteException(
        ImageWriteException.Kind.UNKNOWN_EXTENSION,
        file
            + ": pictures are written as .png, .jpg, .jpeg or .webp; choose one of these"
            + " extensions");
  }
}
