package io.github.mien.matte;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.face.FaceCrop;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A dark red disc before a light green wall, and a coarse matte of it. */
class HeadCutOutTest {
  private static final int SIZE = 400;
  private static final double RADIUS = 100;

  /** Pixels on a side of a share. */
  private static final int COARSE = 5;

  private static final FaceCrop SQUARE = new FaceCrop(199.5, 199.5, SIZE, 0);

  private final Image cut = HeadCutOut.of(disc(), matte(), ImageKernels.java());

  @Test
  void theHeadIsLeftAsItIsAndTheRestIsTransparent() {
    assertThat(pixel(0)).containsExactly(120, 20, 20, 255);
    assertThat(pixel(RADIUS - 8)).containsExactly(120, 20, 20, 255);
    assertThat(pixel(RADIUS + 8)[3]).isZero();
    assertThat(pixel(190)[3]).isZero();
  }

  @Test
  void theEdgeIsThatOfThePictureAndNotOfTheCoarseMatte() {
    double between = 0;
    for (double radius = RADIUS - 12; radius < RADIUS + 12; radius += 0.5) {
      int alpha = pixel(radius)[3];
      between += alpha > 12 && alpha < 243 ? 0.5 : 0;
    }

    // The edge of the matte is some 20 pixels wide.
    assertThat(between).isLessThan(5);
  }

  @Test
  void noColourOfTheWallIsLeftInTheHead() {
    for (double radius = RADIUS - 10; radius < 150; radius += 0.5) {
      int[] pixel = pixel(radius);
      if (pixel[3] > 0) {
        assertThat(pixel[1]).as("green at " + radius).isLessThan(pixel[0]);
      }
    }
  }

  @Test
  void coloursGoOnBeyondTheHeadForFacesThatMove() {
    assertThat(pixel(RADIUS + 20)[0]).isGreaterThan(90);
    assertThat(pixel(RADIUS + 20)[1]).isLessThan(60);
  }

  @Test
  void aBustEndsInACurveBelowTheFace() {
    Image whole = Image.create(SIZE, SIZE, 4);
    Arrays.fill(whole.data(), (byte) 255);

    Bust.round(whole, SQUARE);

    assertThat(whole.sample(200, 5, 3)).isEqualTo(255);
    assertThat(whole.sample(200, 300, 3)).isEqualTo(255);
    assertThat(whole.sample(200, 390, 3)).isZero();
    assertThat(whole.sample(90, 250, 3)).isEqualTo(255);
    assertThat(whole.sample(70, 320, 3)).isZero();
    assertThat(whole.sample(330, 320, 3)).isZero();
  }

  /** At a distance from the middle, on a slant, so that no edge falls on a border of pixels. */
  private int[] pixel(double radius) {
    int x = (int) Math.round(199.5 + radius * Math.cos(0.7));
    int y = (int) Math.round(199.5 + radius * Math.sin(0.7));
    return new int[] {
      cut.sample(x, y, 0), cut.sample(x, y, 1), cut.sample(x, y, 2), cut.sample(x, y, 3)
    };
  }

  private static double inside(double x, double y) {
    return Math.max(0, Math.min(1, RADIUS + 0.5 - Math.hypot(x - 199.5, y - 199.5)));
  }

  private static Image disc() {
    Image picture = Image.create(SIZE, SIZE, 3);
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        double share = inside(x, y);
        int at = picture.index(x, y);
        picture.data()[at] = (byte) Math.round(120 * share + 200 * (1 - share));
        picture.data()[at + 1] = (byte) Math.round(20 * share + 240 * (1 - share));
        picture.data()[at + 2] = (byte) Math.round(20 * share + 200 * (1 - share));
      }
    }
    return picture;
  }

  private static Matte matte() {
    int side = SIZE / COARSE;
    float[] shares = new float[side * side];
    for (int i = 0; i < SIZE * SIZE; i++) {
      double x = i % SIZE, y = i / SIZE;
      int at = i / SIZE / COARSE * side + i % SIZE / COARSE;
      shares[at] += (float) inside(x, y) / (COARSE * COARSE);
    }
    ImageKernels.java().blur(shares, side, side, 1, shares);
    return new Matte(SQUARE, shares, side);
  }
}
