package io.github.mien.image.io;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.spi.ImageReaderWriterSpi;

/**
 * The codecs of the Java platform itself: plug-ins that an application adds to ImageIO must not
 * change what is read or written here.
 */
final class Codecs {

  private Codecs() {}

  /** A reader of the platform for one format; the caller disposes of it. */
  static ImageReader reader(String format) {
    for (Iterator<ImageReader> i = ImageIO.getImageReadersByFormatName(format); i.hasNext(); ) {
      ImageReader reader = i.next();
      if (ofPlatform(reader.getOriginatingProvider())) {
        return reader;
      }
    }
    throw new IllegalStateException("this Java has no reader for " + format);
  }

  /** A writer of the platform for one format; the caller disposes of it. */
  static ImageWriter writer(String format) {
    for (Iterator<ImageWriter> i = ImageIO.getImageWritersByFormatName(format); i.hasNext(); ) {
      ImageWriter writer = i.next();
      if (ofPlatform(writer.getOriginatingProvider())) {
        return writer;
      }
    }
    throw new IllegalStateException("this Java has no writer for " + format);
  }

  /** The first picture of a file, without its metadata; disposes of the reader. */
  static BufferedImage first(ImageReader reader, byte[] file) throws IOException {
    try (MemoryStream stream = new MemoryStream(file, file.length)) {
      reader.setInput(stream, true, true);
      return reader.read(0);
    } finally {
      reader.dispose();
    }
  }

  private static boolean ofPlatform(ImageReaderWriterSpi provider) {
    return provider.getClass().getModule() == ImageIO.class.getModule();
  }
}
