package io.github.mien.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavaImageKernelsTest {
  private final ImageKernels kernels = ImageKernels.java();

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void aMapToWholePixelsCopiesThem(int channels) {
    Image source = noise(31, 23, channels);
    Image target = Image.create(31, 23, channels);
    float[] x = new float[31 * 23], y = new float[31 * 23];
    for (int i = 0; i < x.length; i++) {
      x[i] = i % 31;
      y[i] = i / 31;
    }

    kernels.remap(source, x, y, target, target.bounds());

    assertThat(target.data()).isEqualTo(source.data());
  }

  @Property(tries = 40)
  void remapIsCatmullRom(
      @ForAll @IntRange(min = 1, max = 40) int width,
      @ForAll @IntRange(min = 1, max = 70) int height,
      @ForAll @IntRange(min = 3, max = 4) int channels,
      @ForAll @DoubleRange(min = 0, max = 60) double spread,
      @ForAll Random random) {
    Image source = noise(width, height, channels);
    Image target = Image.create(width, height, channels);
    float[] x = new float[width * height], y = new float[width * height];
    for (int i = 0; i < x.length; i++) {
      x[i] = i % width + (float) (spread * (random.nextDouble() - 0.5));
      y[i] = i / width + (float) (spread * (random.nextDouble() - 0.5));
    }

    kernels.remap(source, x, y, target, target.bounds());

    for (int i = 0; i < x.length; i++) {
      for (int c = 0; c < channels; c++) {
        assertThat((double) target.sample(i % width, i / width, c))
            .isCloseTo(catmullRom(source, x[i], y[i], c), within(2.0));
      }
    }
  }

  /** Tiles at the border of the picture and beyond it, wider than one tile. */
  @ParameterizedTest
  @ValueSource(floats = {-400, -1.5f, -0.4f, 0.7f, 3.3f, 380})
  void remapRepeatsTheBorderBeyondIt(float shift) {
    Image source = noise(600, 150, 3);
    Image target = Image.create(600, 150, 3);
    float[] x = new float[600 * 150], y = new float[600 * 150];
    for (int i = 0; i < x.length; i++) {
      x[i] = i % 600 + shift;
      y[i] = i / 600 - shift;
    }

    kernels.remap(source, x, y, target, target.bounds());

    for (int i = 0; i < x.length; i += 7) {
      assertThat((double) target.sample(i % 600, i / 600, 1))
          .isCloseTo(catmullRom(source, x[i], y[i], 1), within(2.0));
    }
  }

  @Test
  void remapWritesInsideItsAreaOnly() {
    Image source = noise(40, 40, 3);
    Image target = Image.create(40, 40, 3);
    Rect area = new Rect(7, 9, 11, 13);
    float[] x = new float[11 * 13], y = new float[11 * 13];
    java.util.Arrays.fill(x, 20.5f);
    java.util.Arrays.fill(y, 20.5f);

    kernels.remap(source, x, y, target, area);

    for (int i = 0; i < 1600; i++) {
      boolean inside = area.contains(new Rect(i % 40, i / 40, 1, 1));
      assertThat(target.sample(i % 40, i / 40, 0) == 0).isEqualTo(!inside);
    }
  }

  @ParameterizedTest(name = "scale {0}, angle {1}")
  @CsvSource({"1, 0.3", "0.5, 0", "1.7, -0.6", "2, 0", "3.4, 0.5"})
  void warpOfALinearRampIsExact(double scale, double angle) {
    Image source = Image.create(200, 200, 3);
    for (int i = 0; i < 200 * 200; i++) {
      for (int c = 0; c < 3; c++) {
        source.data()[3 * i + c] = (byte) (c == 0 ? i % 200 : c == 1 ? i / 200 : 77);
      }
    }
    Image target = Image.create(24, 24, 3);
    Affine toSource = Affine.ofSquare(100, 100, 24 * scale, angle, 24);

    kernels.warp(source, toSource, target);

    for (int y = 0; y < 24; y++) {
      for (int x = 0; x < 24; x++) {
        assertThat((double) target.sample(x, y, 0)).isCloseTo(toSource.mapX(x, y), within(0.51));
        assertThat((double) target.sample(x, y, 1)).isCloseTo(toSource.mapY(x, y), within(0.51));
        assertThat(target.sample(x, y, 2)).isEqualTo(77);
      }
    }
  }

  @Property(tries = 30)
  void resizeAveragesAreas(
      @ForAll @IntRange(min = 1, max = 9) int width,
      @ForAll @IntRange(min = 1, max = 9) int height,
      @ForAll @IntRange(min = 1, max = 9) int factorX,
      @ForAll @IntRange(min = 1, max = 40) int factorY,
      @ForAll @IntRange(min = 3, max = 4) int channels) {
    Image source = noise(width * factorX, height * factorY, channels);
    Image target = Image.create(width, height, channels);

    kernels.resize(source, target);

    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < channels; c++) {
          double sum = 0;
          for (int k = 0; k < factorX * factorY; k++) {
            sum += source.sample(x * factorX + k % factorX, y * factorY + k / factorX, c);
          }
          assertThat((double) target.sample(x, y, c))
              .isCloseTo(sum / (factorX * factorY), within(0.51));
        }
      }
    }
  }

  @Property(tries = 30)
  void resizeSharesPixelsThatEdgesCross(
      @ForAll @IntRange(min = 1, max = 40) int width,
      @ForAll @IntRange(min = 1, max = 40) int height,
      @ForAll @DoubleRange(min = 1, max = 30) double factor,
      @ForAll @IntRange(min = 3, max = 4) int channels) {
    Image source = noise((int) (width * factor), (int) (height * factor), channels);
    Image target = Image.create(width, height, channels);

    kernels.resize(source, target);

    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < channels; c++) {
          assertThat((double) target.sample(x, y, c))
              .isCloseTo(mean(source, x, y, width, height, c), within(0.7));
        }
      }
    }
  }

  /** The mean of the area that pixel x, y of a target of some size covers. */
  private static double mean(Image source, int x, int y, int width, int height, int channel) {
    double scaleX = (double) source.width() / width;
    double scaleY = (double) source.height() / height;
    double sum = 0;
    for (int v = (int) (y * scaleY); v < Math.min(source.height(), (y + 1) * scaleY); v++) {
      double down = Math.min(v + 1, (y + 1) * scaleY) - Math.max(v, y * scaleY);
      for (int u = (int) (x * scaleX); u < Math.min(source.width(), (x + 1) * scaleX); u++) {
        double across = Math.min(u + 1, (x + 1) * scaleX) - Math.max(u, x * scaleX);
        sum += across * down * source.sample(u, v, channel);
      }
    }
    return sum / (scaleX * scaleY);
  }

  @Test
  void resizeSumsMoreRowsThanALaneHolds() {
    Image source = Image.create(6, 1500, 3);
    java.util.Arrays.fill(source.data(), (byte) 255);
    Image target = Image.create(2, 2, 3);

    kernels.resize(source, target);

    assertThat(target.data()).containsOnly(255);
  }

  @Test
  void resizeToTheSameSizeCopies() {
    Image source = noise(17, 13, 4);
    Image target = Image.create(17, 13, 4);

    kernels.resize(source, target);

    assertThat(target.data()).isEqualTo(source.data());
  }

  @Test
  void blurKeepsTheMeanAndMaySharePixels() {
    float[] plane = new float[30 * 20];
    plane[10 * 30 + 15] = 100;

    kernels.blur(plane, 30, 20, 1.5, plane);

    double sum = 0;
    for (float v : plane) {
      sum += v;
    }
    assertThat(sum).isCloseTo(100, within(0.01));
    assertThat((double) plane[10 * 30 + 15]).isCloseTo(100 / (2 * Math.PI * 2.25), within(0.1));
  }

  private static Image noise(int width, int height, int channels) {
    Image image = Image.create(width, height, channels);
    new Random(width * 31L + height).nextBytes(image.data());
    return image;
  }

  private static double catmullRom(Image source, float x, float y, int channel) {
    int x0 = (int) Math.floor(x), y0 = (int) Math.floor(y);
    double sum = 0;
    for (int j = -1; j <= 2; j++) {
      for (int i = -1; i <= 2; i++) {
        int px = Math.max(0, Math.min(source.width() - 1, x0 + i));
        int py = Math.max(0, Math.min(source.height() - 1, y0 + j));
        sum += weight(x - x0 - i) * weight(y - y0 - j) * source.sample(px, py, channel);
      }
    }
    return Math.max(0, Math.min(255, sum));
  }

  private static double weight(double d) {
    double t = Math.abs(d);
    return t < 1 ? (1.5 * t - 2.5) * t * t + 1 : t < 2 ? ((-0.5 * t + 2.5) * t - 4) * t + 2 : 0;
  }
}
