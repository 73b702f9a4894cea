package io.github.mien.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.expression.Expression;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.transfer.Motion;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The drawn face with its smile looks as it did when somebody last looked at it. */
class DrawnFaceGoldenTest {
  private static final String GOLDEN = "drawn-face-smiling.png";
  private static final int SIZE = 160;

  /** Writes the golden picture anew; argument: the file. */
  public static void main(String[] args) throws IOException {
    ImageIO.write(toBuffered(smiling()), "png", Path.of(args[0]).toFile());
  }

  @Test
  void theSmileIsTheSame() throws IOException {
    BufferedImage golden;
    try (InputStream in = DrawnFaceGoldenTest.class.getResourceAsStream(GOLDEN)) {
      golden = ImageIO.read(in);
    }
    BufferedImage now = toBuffered(smiling());

    double sum = 0;
    for (int i = 0; i < SIZE * SIZE; i++) {
      int a = golden.getRGB(i % SIZE, i / SIZE), b = now.getRGB(i % SIZE, i / SIZE);
      for (int shift = 0; shift <= 16; shift += 8) {
        int d = Math.abs((a >> shift & 0xff) - (b >> shift & 0xff));
        assertThat(d).as("%d, %d", i % SIZE, i / SIZE).isLessThanOrEqualTo(4);
        sum += d;
      }
    }
    assertThat(sum / (3 * SIZE * SIZE)).isLessThan(0.1);
  }

  private static Image smiling() {
    Landmarks face = DrawnFace.landmarks(80, 70, 100);
    Image photo = DrawnFace.draw(face, SIZE, SIZE, 3);
    Image out = photo.copy();
    new MeshWarpReconstructor(ImageKernels.java())
        .reconstruct(
            DrawnFace.photo(photo, face),
            new Motion(Expression.NEUTRAL, face, DrawnFace.smile(face, 0.25)),
            null,
            out);
    return out;
  }

  private static BufferedImage toBuffered(Image image) {
    BufferedImage buffered = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < SIZE * SIZE; i++) {
      int x = i % SIZE, y = i / SIZE;
      int rgb = image.sample(x, y, 0) << 16 | image.sample(x, y, 1) << 8 | image.sample(x, y, 2);
      buffered.setRGB(x, y, rgb);
    }
    return buffered;
  }
}
