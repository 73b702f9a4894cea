package io.github.mien.training.synth;

import io.github.mien.image.Image;
import io.github.mien.training.data.Photos;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** JPEG artefacts. */
public final class Jpeg {
  static {
    ImageIO.setUseCache(false);
  }

  private Jpeg() {}

  /**
   * Writes a picture as JPEG and reads it again.
   *
   * @param quality 0..1 as the JDK counts
   */
  public static Image roundTrip(Image picture, float quality) {
    try {
      return Photos.of(ImageIO.read(new ByteArrayInputStream(encode(picture, quality))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A picture as the bytes of a JPEG file.
   *
   * @param quality 0..1 as the JDK counts
   */
  public static byte[] encode(Image picture, float quality) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
      ImageWriteParam options = writer.getDefaultWriteParam();
      options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      options.setCompressionQuality(quality);
      try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
        writer.setOutput(out);
        writer.write(null, new IIOImage(Photos.toBuffered(picture), null, null), options);
      } finally {
        writer.dispose();
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
