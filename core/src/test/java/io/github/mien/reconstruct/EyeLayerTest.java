package io.github.mien.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EyeLayerTest {
  private static final int IRIS = 50;
  private static final int WHITE = 225;

  private final Landmarks face = DrawnFace.landmarks(320, 300, 480);
  private final Image photo = DrawnFace.draw(face, 640, 640, 3);

  /** Right and down, in pixels; the upper lids rise as far as the irises do. */
  @ParameterizedTest
  @CsvSource({"0, -24", "-14, -20", "20, 0", "-20, 0"})
  void eyesThatTurnShowARoundIrisInASmoothWhite(float right, float down) {
    Landmarks turned = turned(right, down);
    Image out = photo.copy();

    EyeLayer.paint(photo, face, turned, ImageKernels.java(), out);

    assertEye(out, turned, Opening.RIGHT_EYE, FaceMesh.RIGHT_IRIS);
    assertEye(out, turned, Opening.LEFT_EYE, FaceMesh.LEFT_IRIS);
  }

  private static void assertEye(Image out, Landmarks turned, int[] lids, int iris) {
    Opening eye = new Opening(turned, lids);
    double radius =
        Math.hypot(turned.x(iris + 1) - turned.x(iris), turned.y(iris + 1) - turned.y(iris));
    int whites = 0;
    for (double s = 0.2; s < 0.8; s += 0.01) {
      for (double t = eye.upper(s) + 8; t < eye.lower(s) - 8; t++) {
        int x = (int) Math.round(eye.x(s, t)), y = (int) Math.round(eye.y(s, t));
        double away = Math.hypot(x - turned.x(iris), y - turned.y(iris));
        if (away < radius - 4) {
          assertThat(out.sample(x, y, 1)).as("iris %d, %d", x, y).isLessThan(IRIS + 30);
        } else if (away > 1.4 * radius) {
          int level = out.sample(x, y, 1);
          assertThat(level).as("white %d, %d", x, y).isBetween(WHITE - 75, WHITE + 10);
          assertThat(level - out.sample(x + 1, y, 1)).as("%d, %d", x, y).isBetween(-14, 14);
          whites++;
        }
      }
    }
    assertThat(whites).isPositive();
  }

  private Landmarks turned(float right, float down) {
    float[] xyz = face.toArray();
    for (int point = FaceMesh.FIRST_IRIS; point < Landmarks.COUNT; point++) {
      xyz[3 * point] += right;
      xyz[3 * point + 1] += down;
    }
    for (int[] lids : new int[][] {FaceMesh.rightEye(), FaceMesh.leftEye()}) {
      for (int i = 1; i < lids.length / 2; i++) {
        xyz[3 * lids[i] + 1] += down * (float) Math.sin(2 * Math.PI * i / lids.length);
      }
    }
    return Landmarks.of(xyz);
  }
}
