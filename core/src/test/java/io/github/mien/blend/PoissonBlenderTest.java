package io.github.mien.blend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.image.Image;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoissonBlenderTest {
  private final Blender blender = Blender.java();

  @ParameterizedTest(name = "disc of radius {0} at {1}, {2}")
  @CsvSource({"4, 10, 9", "6, 8, 10", "5, 2, 3", "1, 19, 17"})
  void agreesWithADirectSolution(double radius, int cx, int cy) {
    Image source = smooth(20, 18, 1);
    Image target = smooth(20, 18, 2);
    byte[] mask = disc(20, 18, cx, cy, radius);
    double[] exact = direct(source, mask, target);

    Image out = target.copy();
    blender.blend(source, mask, out, 0, 0);

    for (int i = 0; i < mask.length; i++) {
      double wanted = mask[i] == 0 ? target.sample(i % 20, i / 20, 0) : exact[i];
      assertThat((double) out.sample(i % 20, i / 20, 0))
          .isCloseTo(Math.max(0, Math.min(255, wanted)), within(1.0));
    }
  }

  @Test
  void aPartThatIsOnlyBrighterVanishesInALargeMask() {
    Image target = smooth(200, 180, 3);
    Image source = target.copy();
    for (int i = 0; i < source.data().length; i++) {
      source.data()[i] = (byte) ((source.data()[i] & 0xff) + 40);
    }
    Image out = target.copy();

    blender.blend(source, disc(200, 180, 100, 90, 80), out, 0, 0);

    for (int i = 0; i < out.data().length; i++) {
      assertThat(out.data()[i] & 0xff).isCloseTo(target.data()[i] & 0xff, within(1));
    }
  }

  @Test
  void onlyMaskedPixelsChangeAndAlphaStays() {
    Image source = Image.create(9, 9, 3);
    Image target = Image.create(30, 20, 4);
    new Random(5).nextBytes(target.data());
    byte[] mask = disc(9, 9, 4, 4, 3);
    Image out = target.copy();

    blender.blend(source, mask, out, -2, 13);

    for (int y = 0; y < 20; y++) {
      for (int x = 0; x < 30; x++) {
        int sx = x + 2, sy = y - 13;
        boolean masked = sx >= 0 && sy >= 0 && sx < 9 && sy < 9 && mask[sy * 9 + sx] != 0;
        for (int c = masked ? 3 : 0; c < 4; c++) {
          assertThat(out.sample(x, y, c)).isEqualTo(target.sample(x, y, c));
        }
      }
    }
    assertThat(out.data()).isNotEqualTo(target.data());
  }

  @Test
  void aMaskOverEverythingGivesTheSource() {
    Image source = smooth(12, 12, 4);
    byte[] mask = new byte[144];
    java.util.Arrays.fill(mask, (byte) 1);
    Image out = smooth(12, 12, 5);

    blender.blend(source, mask, out, 0, 0);

    assertThat(out.data()).isEqualTo(source.data());
  }

  @Test
  void aMaskOfAnotherSizeIsRefused() {
    Image image = Image.create(4, 4, 3);

    assertThatThrownBy(() -> blender.blend(image, new byte[9], image.copy(), 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("16")
        .hasMessageContaining("9");
  }

  private static byte[] disc(int width, int height, int cx, int cy, double radius) {
    byte[] mask = new byte[width * height];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = (byte) (Math.hypot(i % width - cx, i / width - cy) <= radius ? 1 : 0);
    }
    return mask;
  }

  private static Image smooth(int width, int height, int seed) {
    Image image = Image.create(width, height, 3);
    for (int i = 0; i < width * height; i++) {
      for (int c = 0; c < 3; c++) {
        double v = 105 + 60 * Math.sin(0.2 * seed * (i % width) + c) * Math.cos(0.15 * i / width);
        image.data()[3 * i + c] = (byte) v;
      }
    }
    return image;
  }

  /** Gaussian elimination of the discrete Poisson equation of the red channel. */
  private static double[] direct(Image source, byte[] mask, Image target) {
    int w = source.width(), n = mask.length;
    double[][] a = new double[n][n + 1];
    for (int i = 0; i < n; i++) {
      a[i][i] = 1;
      a[i][n] = target.sample(i % w, i / w, 0);
      if (mask[i] != 0) {
        a[i][i] = 0;
        a[i][n] = 0;
        for (int k : new int[] {-1, 1, -w, w}) {
          int j = i + k;
          boolean there = j >= 0 && j < n && (Math.abs(k) != 1 || j / w == i / w);
          if (there) {
            a[i][i]++;
            a[i][j]--;
            a[i][n] += source.sample(i % w, i / w, 0) - source.sample(j % w, j / w, 0);
          }
        }
      }
    }
    for (int p = 0; p < n; p++) {
      int best = p;
      for (int r = p + 1; r < n; r++) {
        best = Math.abs(a[r][p]) > Math.abs(a[best][p]) ? r : best;
      }
      double[] pivot = a[best];
      a[best] = a[p];
      a[p] = pivot;
      for (int r = 0; r < n; r++) {
        if (r != p && a[r][p] != 0) {
          double f = a[r][p] / pivot[p];
          for (int k = p; k <= n; k++) {
            a[r][k] -= f * pivot[k];
          }
        }
      }
    }
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = a[i][n] / a[i][i];
    }
    return x;
  }
}
