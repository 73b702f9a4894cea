package io.github.mien.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.Rect;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What all {@link ImageKernels} do alike: first what the conventions ask for in simple cases, then
 * agreement with the Java implementation on a picture with edges as soft as a photo's (Gaussian, 1
 * px). There no pixel differs by more than {@value #TOLERANCE} of 255 levels. Extend it in the
 * tests of an implementation.
 */
public abstract class ImageKernelsCompatibility {
  private static final int TOLERANCE = 2;

  /** The implementation under test. */
  protected abstract ImageKernels kernels();

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void identityMapsCopy(int channels) {
    Image source = TestPictures.noise(37, 23, channels);
    Image warped = Image.create(37, 23, channels);
    Image remapped = Image.create(37, 23, channels);
    Image resized = Image.create(37, 23, channels);

    kernels().warp(source, Affine.IDENTITY, warped);
    float[][] maps = maps(Affine.IDENTITY, source.bounds());
    kernels().remap(source, maps[0], maps[1], remapped, source.bounds());
    kernels().resize(source, resized);

    assertThat(warped.data()).isEqualTo(source.data());
    assertThat(remapped.data()).isEqualTo(source.data());
    assertThat(resized.data()).isEqualTo(source.data());
  }

  @Test
  void warpByWholePixelsMovesThePictureAndRepeatsItsBorder() {
    Image source = TestPictures.noise(20, 12, 3);
    Image target = Image.create(20, 12, 3);

    kernels().warp(source, Affine.similarity(1, 0, 5, -3), target);

    for (int y = 0; y < 12; y++) {
      for (int x = 0; x < 20; x++) {
        int sx = Math.min(19, x + 5), sy = Math.max(0, y - 3);
        assertThat(target.sample(x, y, 1)).isEqualTo(source.sample(sx, sy, 1));
      }
    }
  }

  @Test
  void warpByHalfAPixelTakesTheMeanOfTwo() {
    Image source = Image.create(2, 1, 3);
    Arrays.fill(source.data(), 0, 3, (byte) 100);
    Arrays.fill(source.data(), 3, 6, (byte) 200);
    Image target = Image.create(1, 1, 3);

    kernels().warp(source, Affine.similarity(1, 0, 0.5, 0), target);

    assertThat(target.sample(0, 0, 0)).isEqualTo(150);
  }

  @Test
  void warpThatShrinksAveragesNoiseAway() {
    Image noise = TestPictures.noise(640, 640, 3);
    Image target = Image.create(100, 100, 3);

    kernels().warp(noise, Affine.ofSquare(319.5, 319.5, 600, 0.3, 100), target);

    assertThat(standardDeviation(target)).isLessThan(standardDeviation(noise) / 4);
  }

  private static double standardDeviation(Image image) {
    double sum = 0, squares = 0;
    for (byte level : image.data()) {
      sum += level & 0xff;
      squares += (level & 0xff) * (level & 0xff);
    }
    double mean = sum / image.data().length;
    return Math.sqrt(squares / image.data().length - mean * mean);
  }

  @Test
  void remapPassesThroughSamplesAndReproducesRamps() {
    Image ramp = Image.create(20, 20, 3);
    for (int y = 0; y < 20; y++) {
      for (int x = 0; x < 20; x++) {
        Arrays.fill(
            ramp.data(), ramp.index(x, y), ramp.index(x, y) + 3, (byte) (10 + 8 * x + 4 * y));
      }
    }
    Rect one = new Rect(0, 0, 1, 1);
    Image target = Image.create(1, 1, 3);

    kernels().remap(ramp, new float[] {5.25f}, new float[] {8.5f}, target, one);
    assertThat(target.sample(0, 0, 0)).isEqualTo(10 + 42 + 34);
    kernels().remap(ramp, new float[] {7}, new float[] {9}, target, one);
    assertThat(target.sample(0, 0, 0)).isEqualTo(10 + 56 + 36);
  }

  @Test
  void remapIsCatmullRom() {
    Image edge = Image.create(4, 1, 3);
    Arrays.fill(edge.data(), 6, 12, (byte) 160);
    Image target = Image.create(1, 1, 3);

    // Weights at a quarter: -0.0703125, 0.8671875, 0.2265625, -0.0234375.
    kernels().remap(edge, new float[] {1.25f}, new float[] {0}, target, new Rect(0, 0, 1, 1));

    assertThat(target.sample(0, 0, 0)).isEqualTo(Math.round(160 * (0.2265625f - 0.0234375f)));
  }

  @Test
  void remapRepeatsTheBorder() {
    Image source = TestPictures.noise(8, 8, 3);
    Image target = Image.create(2, 1, 3);

    kernels()
        .remap(
            source, new float[] {-1e6f, 1e6f}, new float[] {-50, 3}, target, new Rect(0, 0, 2, 1));

    assertThat(target.sample(0, 0, 0)).isEqualTo(source.sample(0, 0, 0));
    assertThat(target.sample(1, 0, 0)).isEqualTo(source.sample(7, 3, 0));
  }

  @Test
  void remapWritesNothingOutsideItsArea() {
    Image source = TestPictures.noise(30, 30, 4);
    Image target = TestPictures.noise(40, 25, 4);
    Image before = target.copy();
    Rect area = new Rect(7, 5, 11, 9);
    float[][] maps = maps(Affine.similarity(1.3, 0.4, 2, 1), area);

    kernels().remap(source, maps[0], maps[1], target, area);

    for (int y = 0; y < 25; y++) {
      for (int x = 0; x < 40; x++) {
        if (!area.contains(new Rect(x, y, 1, 1))) {
          assertThat(target.sample(x, y, 2)).isEqualTo(before.sample(x, y, 2));
        }
      }
    }
    assertThat(target.data()).isNotEqualTo(before.data());
  }

  @Test
  void remapRefusesAnAreaThatIsNotInside() {
    Image image = TestPictures.noise(8, 8, 3);
    float[] map = new float[16];
    assertThatThrownBy(() -> kernels().remap(image, map, map, image.copy(), new Rect(6, 6, 4, 4)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void picturesOfDifferentChannelsAreRefused() {
    Image rgb = TestPictures.noise(8, 8, 3);
    Image rgba = TestPictures.noise(8, 8, 4);
    assertThatThrownBy(() -> kernels().warp(rgb, Affine.IDENTITY, rgba))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> kernels().resize(rgb, rgba))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void halvingAveragesBlocksOfFour() {
    Image source = TestPictures.noise(32, 18, 3);
    Image target = Image.create(16, 9, 3);

    kernels().resize(source, target);

    for (int y = 0; y < 9; y++) {
      for (int x = 0; x < 16; x++) {
        double mean =
            (source.sample(2 * x, 2 * y, 0)
                    + source.sample(2 * x + 1, 2 * y, 0)
                    + source.sample(2 * x, 2 * y + 1, 0)
                    + source.sample(2 * x + 1, 2 * y + 1, 0))
                / 4.0;
        assertThat((double) target.sample(x, y, 0)).isCloseTo(mean, within(0.51));
      }
    }
  }

  @ParameterizedTest(name = "{0} x {1}")
  @CsvSource({"160, 120", "61, 47", "101, 83", "33, 200", "301, 20", "1, 1", "320, 7"})
  void resizeAgreesWithJava(int width, int height) {
    Image source = view(TestPictures.photoLike(160, 120, 3, 31));
    Image expected = Image.create(width, height, 3);
    Image actual = view(Image.create(width + 4, height + 6, 3));

    ImageKernels.java().resize(source, expected);
    kernels().resize(source, actual);

    assertClose(actual, expected);
  }

  @ParameterizedTest(name = "scale {0}, angle {1}, to {2}, {3}")
  @CsvSource({
    "0.4, 0.3, 40, 30",
    "1, -0.7, 10, 70",
    "1.9, 0.1, -30, -20",
    "3.3, 2, 150, 5",
    "7, 1, 90, -60"
  })
  void warpAgreesWithJava(double scale, double angle, double x, double y) {
    Image source = view(TestPictures.photoLike(200, 150, 4, 31));
    Affine map = Affine.similarity(scale, angle, x, y);
    Image expected = Image.create(64, 48, 4);
    Image actual = view(Image.create(68, 54, 4));

    ImageKernels.java().warp(source, map, expected);
    kernels().warp(source, map, actual);

    assertClose(actual, expected);
  }

  @ParameterizedTest(name = "scale {0}, angle {1}, to {2}, {3}")
  @CsvSource({"0.4, 0.3, 40, 30", "1, -0.7, 10, 70", "1.9, 0.1, -30, -20"})
  void remapAgreesWithJava(double scale, double angle, double x, double y) {
    Image source = view(TestPictures.photoLike(200, 150, 4, 31));
    Rect area = new Rect(3, 4, 50, 40);
    float[][] maps = maps(Affine.similarity(scale, angle, x, y), area);
    Image expected = Image.create(64, 48, 4);
    Image actual = view(Image.create(68, 54, 4));

    ImageKernels.java().remap(source, maps[0], maps[1], expected, area);
    kernels().remap(source, maps[0], maps[1], actual, area);

    assertClose(actual, expected);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.4, 1, 3.7, 20})
  void blurAgreesWithJavaAndMayWriteToItsSource(double sigma) {
    Random random = new Random(4);
    float[] plane = new float[50 * 31];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = random.nextFloat() * 200 - 100;
    }
    float[] expected = new float[plane.length];
    ImageKernels.java().blur(plane, 50, 31, sigma, expected);

    kernels().blur(plane, 50, 31, sigma, plane);

    assertThat(plane).containsExactly(expected, within(1e-3f));
  }

  @Test
  void blurOfAPulseIsAGaussian() {
    float[] pulse = new float[41 * 41];
    pulse[20 * 41 + 20] = 1;
    float[] blurred = new float[pulse.length];

    kernels().blur(pulse, 41, 41, 2, blurred);

    double peak = 1 / (2 * Math.PI * 4);
    assertThat((double) blurred[20 * 41 + 20]).isCloseTo(peak, within(0.01 * peak));
    assertThat((double) blurred[20 * 41 + 22])
        .isCloseTo(peak * Math.exp(-0.5), within(0.01 * peak));
  }

  @Test
  void blurIgnoresWhatFollowsThePlane() {
    float[] longer = new float[30];
    Arrays.fill(longer, 24, 30, 7);

    kernels().blur(longer, 6, 4, 1, longer);

    assertThat(Arrays.copyOfRange(longer, 0, 24)).containsOnly(0f);
    assertThat(Arrays.copyOfRange(longer, 24, 30)).containsOnly(7f);
  }

  private static void assertClose(Image actual, Image expected) {
    int worst = 0;
    for (int y = 0; y < expected.height(); y++) {
      for (int x = 0; x < expected.width(); x++) {
        for (int c = 0; c < expected.channels(); c++) {
          worst = Math.max(worst, Math.abs(actual.sample(x, y, c) - expected.sample(x, y, c)));
        }
      }
    }
    assertThat(worst).as("largest difference in levels").isLessThanOrEqualTo(TOLERANCE);
  }

  /** The maps of an affine map, for the pixels of an area counted from its corner. */
  private static float[][] maps(Affine map, Rect area) {
    float[][] maps = new float[2][area.width() * area.height()];
    for (int y = 0, i = 0; y < area.height(); y++) {
      for (int x = 0; x < area.width(); x++, i++) {
        maps[0][i] = (float) map.mapX(x, y);
        maps[1][i] = (float) map.mapY(x, y);
      }
    }
    return maps;
  }

  /** All but a frame of a picture, so that rows have gaps and do not start at the array's start. */
  private static Image view(Image image) {
    return image.view(new Rect(2, 3, image.width() - 4, image.height() - 6));
  }
}
