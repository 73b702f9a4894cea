package io.github.mien.training.data;

import io.github.mien.image.Image;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Photos to and from the JDK's pictures. */
public final class Photos {
  private Photos() {}

  /** Reads an RGB picture. */
  public static Image read(Path file) throws IOException {
    BufferedImage picture = ImageIO.read(file.toFile());
    if (picture == null) {
      throw new IOException(file + " is no picture that can be read");
    }
    return of(picture);
  }

  /** A copy of a picture of the JDK's. */
  public static Image of(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    Image image = Image.create(width, height, 3);
    int[] row = new int[width];
    byte[] data = image.data();
    for (int y = 0, out = 0; y < height; y++) {
      picture.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        data[out++] = (byte) (row[x] >> 16);
        data[out++] = (byte) (row[x] >> 8);
        data[out++] = (byte) row[x];
      }
    }
    return image;
  }

  /** A copy for the JDK's writers. */
  public static BufferedImage toBuffered(Image image) {
    BufferedImage picture =
        new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        int rgb = image.sample(x, y, 0) << 16 | image.sample(x, y, 1) << 8 | image.sample(x, y, 2);
        picture.setRGB(x, y, rgb);
      }
    }
    return picture;
  }
}
