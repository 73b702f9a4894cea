package io.github.mien.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.inference.Tensor;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectorInputTest {

  @ParameterizedTest
  @CsvSource({
    "640, 640, 320, 320",
    "480, 640, 256, 320",
    "640, 480, 448, 320",
    "1920, 1080, 576, 320",
    "3000, 300, 640, 64",
    "300, 900, 192, 576",
    "300, 3000, 64, 640",
    "1, 1, 320, 320"
  })
  void heightBecomesTheResolutionUnlessThePictureIsVeryWideOrNarrow(
      int width, int height, int inputWidth, int inputHeight) {
    assertThat(DetectorInput.of(width, height, 320).grid())
        .isEqualTo(new DetectorGrid(inputWidth, inputHeight));
  }

  @Property
  void theWorkIsBounded(
      @ForAll @IntRange(min = 1, max = 20_000) int width,
      @ForAll @IntRange(min = 1, max = 20_000) int height) {
    DetectorGrid grid = DetectorInput.of(width, height, 320).grid();

    assertThat(Math.max(grid.width(), grid.height())).isLessThanOrEqualTo(640);
    assertThat(grid.width() * grid.height()).isLessThanOrEqualTo(2 * 320 * 320);
  }

  @Property
  void bordersComeBackAsBorders(
      @ForAll @IntRange(min = 8, max = 5000) int width,
      @ForAll @IntRange(min = 8, max = 5000) int height) {
    DetectorInput input = DetectorInput.of(width, height, 320);
    double right = Math.round(width / input.scaleX());
    double bottom = Math.round(height / input.scaleY());
    float[] points = new float[10];
    points[2] = (float) right;
    points[3] = (float) bottom;

    Detection whole = input.toPicture(new Detection(new Box(0, 0, right, bottom), 1, points));

    assertThat(whole.box().x0()).isEqualTo(-0.5);
    assertThat(whole.box().y0()).isEqualTo(-0.5);
    assertThat(whole.box().x1()).isCloseTo(width - 0.5, within(1e-6));
    assertThat(whole.box().y1()).isCloseTo(height - 0.5, within(1e-6));
    assertThat(whole.points()[2]).isCloseTo(width - 0.5f, within(1e-2f));
    assertThat(whole.points()[3]).isCloseTo(height - 0.5f, within(1e-2f));
    assertThat(right).isLessThanOrEqualTo(input.grid().width());
    assertThat(bottom).isLessThanOrEqualTo(input.grid().height());
  }

  @Test
  void thePictureIsFilledUpWithGrey() {
    Image white = Image.create(300, 400, 4);
    Arrays.fill(white.data(), (byte) 255);

    Tensor tensor = DetectorInput.of(300, 400, 320).render(white, ImageKernels.java());

    assertThat(tensor.shape()).containsExactly(1, 3, 320, 256);
    assertThat(tensor.data()[239]).isEqualTo(1);
    assertThat(tensor.data()[240]).isCloseTo(0, within(0.01f));
  }
}
