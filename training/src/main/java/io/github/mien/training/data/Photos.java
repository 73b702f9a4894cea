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
    byte[] data = image.data();
    int[] row = new int[image.width()];
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0, p = image.index(0, y); x < row.length; x++, p += image.channels()) {
        row[x] = (data[p] & 0xff) << 16 | (data[p + 1] & 0xff) << 8 | data[p + 2] & 0xff;
      }
      picture.setRGB(0, y, row.length, 1, row, 0, row.length);
    }
    return picture;
  }
}
