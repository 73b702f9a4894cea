package io.github.mien.image.io;

import io.github.mien.image.Image;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A writer of WebP that the application brings: Java has none. Those known all run libwebp and name
 * their compression types Lossy and Lossless.
 */
final class WebpPlugin {
  private static final String FORMAT = "webp";

  private static final String NONE =
      "WebP needs a plug-in for ImageIO; add com.github.usefulness:webp-imageio to the"
          + " dependencies, or choose another format";

  private WebpPlugin() {}

  static boolean isAvailable() {
    return ImageIO.getImageWritersByFormatName(FORMAT).hasNext();
  }

  /** For a file whose extension asks for it; fails early where there is none. */
  static WebpEncoder encoder(Path file) throws ImageWriteException {
    if (!isAvailable()) {
      throw new ImageWriteException(ImageWriteException.Kind.UNKNOWN_EXTENSION, file + ": " + NONE);
    }
    return WebpEncoder.GOOD;
  }

  /**
   * Compresses one picture.
   *
   * @param quality 0 to 100, the latter without loss
   * @return a whole file
   */
  static byte[] encode(Image image, int quality) throws IOException {
    ImageWriter writer = writer();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionType(type(parameters, quality == 100 ? "lossless" : "lossy"));
      parameters.setCompressionQuality(quality / 100f);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(Pixels.view(image), null, null), parameters);
    } catch (LinkageError e) {
      throw new IOException("the plug-in for WebP does not run here: " + e.getMessage(), e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  private static ImageWriter writer() throws IOException {
    Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(FORMAT);
    if (!writers.hasNext()) {
      throw new IOException(NONE);
    }
    return writers.next();
  }

  private static String type(ImageWriteParam parameters, String wanted) throws IOException {
    String[] types = parameters.getCompressionTypes();
    for (String type : types == null ? new String[0] : types) {
      if (type.toLowerCase(Locale.ROOT).equals(wanted)) {
        return type;
      }
    }
    throw new IOException(
        "the plug-in for WebP has no compression %s but %s"
            .formatted(wanted, Arrays.toString(types)));
  }
}
