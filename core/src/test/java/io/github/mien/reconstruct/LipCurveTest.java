package io.github.mien.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.face.Landmarks;
import org.junit.jupiter.api.Test;

class LipCurveTest {
  private static final Landmarks FACE = DrawnFace.landmarks(160, 150, 200);

  /** The lips' inner edge as a box with its corners cut off. */
  private static Landmarks mouth(double width, double height) {
    float[] xyz = FACE.toArray();
    int[] lips = Opening.LIPS;
    for (int i = 0; i < lips.length; i++) {
      double turn = Math.PI + 2 * Math.PI * i / lips.length;
      double x = Math.cos(turn), y = Math.sin(turn);
      double box = Math.max(Math.max(Math.abs(x), Math.abs(y)), 0.75 * (Math.abs(x) + Math.abs(y)));
      xyz[3 * lips[i]] = (float) (160 + width / 2 * x / box);
      xyz[3 * lips[i] + 1] = (float) (190 + height / 2 * y / box);
    }
    return Landmarks.of(xyz);
  }

  /** The sharpest turn of the edge, in radians. */
  private static double sharpest(Landmarks face) {
    int[] lips = Opening.LIPS;
    int n = lips.length;
    double sharpest = 0;
    for (int i = 0; i < n; i++) {
      int a = lips[(i + n - 1) % n], b = lips[i], c = lips[(i + 1) % n];
      double in = Math.atan2(face.y(b) - face.y(a), face.x(b) - face.x(a));
      double out = Math.atan2(face.y(c) - face.y(b), face.x(c) - face.x(b));
      sharpest = Math.max(sharpest, Math.abs(Math.IEEEremainder(out - in, 2 * Math.PI)));
    }
    return sharpest;
  }

  @Test
  void aWideMouthIsRound() {
    Landmarks wide = mouth(60, 50);

    Landmarks round = LipCurve.round(wide);

    assertThat(sharpest(wide)).isGreaterThan(0.7);
    assertThat(sharpest(round)).isLessThan(0.45);
    assertThat(new Opening(round, Opening.LIPS).gap())
        .isCloseTo(new Opening(wide, Opening.LIPS).gap(), within(4.0));
  }

  @Test
  void aSmileKeepsItsCorners() {
    Landmarks smile = mouth(60, 14);

    assertThat(LipCurve.round(smile)).isSameAs(smile);
  }
}
