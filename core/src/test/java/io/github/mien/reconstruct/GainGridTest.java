package io.github.mien.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.face.FaceCrop;
import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GainGridTest {
  private static final int SIDE = 32;
  private static final int GREY = 150;

  @ParameterizedTest
  @CsvSource({"20, 0, 3", "90, 0.3, 3", "400, -0.7, 4", "2000, 3, 3"})
  void levelsAreMultipliedByTheMapAtAnySizeAndAngle(double side, double angle, int channels) {
    int size = (int) (side * 0.6);
    FaceCrop crop = new FaceCrop(size / 2.0 + 1, size / 2.0, side, angle);
    Image picture = grey(size, channels);

    new GainGrid(bump(), SIDE, crop).apply(picture.bounds(), picture);

    Affine toMap = Affine.ofSquare(crop.centerX(), crop.centerY(), side, angle, SIDE).inverse();
    for (int y = 0; y < size; y += 1 + size / 50) {
      for (int x = 0; x < size; x += 1 + size / 50) {
        double exact = GREY * gain(toMap.mapX(x, y), toMap.mapY(x, y));
        assertThat((double) picture.sample(x, y, 2)).isCloseTo(exact, within(1.0));
      }
    }
    for (int i = 3; channels == 4 && i < picture.data().length; i += 4) {
      assertThat(picture.data()[i]).isEqualTo((byte) GREY);
    }
  }

  @Test
  void pixelsBeyondTheAreaStay() {
    Image picture = grey(100, 3);
    FaceCrop crop = new FaceCrop(50, 50, 100, 0);

    new GainGrid(bump(), SIDE, crop).apply(new Rect(40, 45, 300, 10), picture);

    assertThat(picture.sample(60, 44, 0)).isEqualTo(GREY);
    assertThat(picture.sample(39, 50, 0)).isEqualTo(GREY);
    assertThat(picture.sample(60, 50, 0)).isGreaterThan(GREY);
  }

  @Test
  void whiteIsTheBrightest() {
    Image picture = Image.create(40, 40, 3);
    Arrays.fill(picture.data(), (byte) 250);
    float[] gains = new float[SIDE * SIDE];
    Arrays.fill(gains, 1.3f);

    new GainGrid(gains, SIDE, new FaceCrop(20, 20, 40, 0)).apply(picture.bounds(), picture);

    assertThat(picture.data()).containsOnly(255);
  }

  private static Image grey(int size, int channels) {
    Image image = Image.create(size, size, channels);
    Arrays.fill(image.data(), (byte) GREY);
    return image;
  }

  private static float[] bump() {
    float[] gains = new float[SIDE * SIDE];
    for (int i = 0; i < gains.length; i++) {
      gains[i] = (float) gain(i % SIDE, i / SIDE);
    }
    return gains;
  }

  private static double gain(double column, double row) {
    double dx = (column - 15.5) / 9, dy = (row - 15.5) / 9;
    return 1 + 0.15 * Math.exp(-(dx * dx + dy * dy) / 2);
  }
}
