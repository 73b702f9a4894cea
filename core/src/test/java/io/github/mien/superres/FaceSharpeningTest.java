package io.github.mien.superres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.testkit.StandInNetwork;
import org.junit.jupiter.api.Test;

class FaceSharpeningTest {
  private static final ImageKernels KERNELS = ImageKernels.java();
  private static final double RADIUS_X = 50;
  private static final double RADIUS_Y = 70;

  /** An ellipse with the corners of two eyes. */
  private static Landmarks face(double centerX, double centerY) {
    float[] xyz = new float[3 * Landmarks.COUNT];
    for (int i = 0; i < Landmarks.COUNT; i++) {
      put(xyz, i, centerX, centerY);
    }
    int[] outline = FaceMesh.outline();
    for (int i = 0; i < outline.length; i++) {
      double turn = 2 * Math.PI * i / outline.length;
      put(
          xyz,
          outline[i],
          centerX + RADIUS_X * Math.sin(turn),
          centerY - RADIUS_Y * Math.cos(turn));
    }
    put(xyz, FaceMesh.RIGHT_EYE_OUTER, centerX - 30, centerY - 20);
    put(xyz, FaceMesh.LEFT_EYE_OUTER, centerX + 30, centerY - 20);
    return Landmarks.of(xyz);
  }

  private static void put(float[] xyz, int point, double x, double y) {
    xyz[3 * point] = (float) x;
    xyz[3 * point + 1] = (float) y;
  }

  private static FaceSharpening painting(float level) {
    return new FaceSharpening(new SuperResolution(StandInNetwork.flat(4, level), KERNELS), KERNELS);
  }

  private static Image grey(int channels) {
    Image image = Image.create(200, 220, channels);
    java.util.Arrays.fill(image.data(), (byte) 100);
    return image;
  }

  private static double radius(int x, int y) {
    return Math.hypot((x - 100) / RADIUS_X, (y - 110) / RADIUS_Y);
  }

  @Test
  void theFaceIsTheNetworksAndNothingBeyondItsOutlineChanges() {
    Image photo = grey(3);
    Image out = photo.copy();

    painting(1).sharpen(photo, face(100, 110), 3, out);

    for (int y = 0; y < out.height(); y++) {
      for (int x = 0; x < out.width(); x++) {
        if (radius(x, y) > 1) {
          assertThat(out.sample(x, y, 0)).isEqualTo(100);
        } else if (radius(x, y) < 0.7) {
          assertThat(out.sample(x, y, 0)).isEqualTo(255);
        }
      }
    }
    assertThat(photo.data()).containsOnly(100);
  }

  @Test
  void theFaceFadesInWithoutAnEdge() {
    Image photo = grey(3);
    Image out = photo.copy();

    painting(1).sharpen(photo, face(100, 110), 2, out);

    // 155 levels over 0.2 eye distances of 60 pixels, the slope of the fade at most 1.5.
    for (int y = 1; y < out.height(); y++) {
      for (int x = 1; x < out.width(); x++) {
        int level = out.sample(x, y, 0);
        assertThat(Math.abs(level - out.sample(x - 1, y, 0))).isLessThanOrEqualTo(20);
        assertThat(Math.abs(level - out.sample(x, y - 1, 0))).isLessThanOrEqualTo(20);
      }
    }
  }

  @Test
  void theNetworkSeesTheFaceAtTheResolutionThatItHas() {
    StandInNetwork network = StandInNetwork.repeating(4);
    FaceSharpening sharpening = new FaceSharpening(new SuperResolution(network, KERNELS), KERNELS);

    sharpening.sharpen(grey(3), face(100, 110), 4, grey(3));

    int[] seen = network.asked.get(network.asked.size() - 1);
    assertThat(seen[3]).isBetween(25 + 24, 25 + 24 + 2 * SuperResolution.BORDER + 4);
    assertThat(seen[2]).isBetween(35 + 19, 35 + 24 + 2 * SuperResolution.BORDER + 4);
  }

  @Test
  void alphaStays() {
    Image photo = grey(4);
    Image out = photo.copy();

    painting(1).sharpen(photo, face(100, 110), 2, out);

    assertThat(out.sample(100, 110, 0)).isEqualTo(255);
    assertThat(out.sample(100, 110, 3)).isEqualTo(100);
  }

  @Test
  void aFaceMayReachBeyondThePhoto() {
    Image photo = grey(3);
    Image out = photo.copy();

    painting(0).sharpen(photo, face(5, 210), 2, out);

    assertThat(out.sample(0, 215, 0)).isZero();
    painting(0).sharpen(photo, face(-500, 210), 2, out);
  }

  @Test
  void blurIsBetweenOnePixelAndTheNetworksFactor() {
    Image photo = grey(3);
    for (double blur : new double[] {0.5, 4.5, Double.NaN}) {
      assertThatThrownBy(() -> painting(1).sharpen(photo, face(100, 110), blur, photo.copy()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("from 1 to 4");
    }
    assertThatThrownBy(() -> painting(1).sharpen(photo, face(100, 110), 2, grey(4)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("RGBA");
  }
}
