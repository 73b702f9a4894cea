package io.github.mien.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.expression.Expression;
import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.transfer.Motion;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DentitionTest {
  private static final int MIDDLE = 160;

  private static final Landmarks SHUT = shut(DrawnFace.landmarks(MIDDLE, 150, 200));

  private static final int LINE = Math.round((SHUT.y(13) + SHUT.y(14)) / 2);

  /** Without the narrow gap that the drawn face has between its lips. */
  private static Landmarks shut(Landmarks face) {
    float[] xyz = face.toArray();
    for (int i : FaceMesh.innerLips()) {
      xyz[3 * i + 1] = face.y(FaceMesh.innerLips()[0]);
    }
    return Landmarks.of(xyz);
  }

  /** The upper lip up, the chin down, and the lower lip 8 pixels further, by pixels. */
  private static Image parted(double up, double chin) {
    float[] xyz = SHUT.toArray();
    int[] lips = FaceMesh.innerLips();
    List<Integer> lower = Arrays.stream(lips).skip(lips.length / 2 + 1).boxed().toList();
    for (int i = 0; i < FaceMesh.FIRST_IRIS; i++) {
      double dx = (SHUT.x(i) - MIDDLE) / SHUT.eyeDistance();
      double dy = (SHUT.y(i) - SHUT.y(FaceMesh.MOUTH_LEFT)) / SHUT.eyeDistance();
      double middle = Math.max(0, 1 - 8 * dx * dx);
      boolean below = dy > 0.02 || lower.contains(i);
      double near = Math.exp(-30 * dy * dy);
      xyz[3 * i + 1] += (float) (middle * (below ? chin + 8 * near : -up * near));
    }
    Image photo = DrawnFace.draw(SHUT, 320, 320, 3);
    Image out = photo.copy();
    new MeshWarpReconstructor(ImageKernels.java())
        .reconstruct(
            DrawnFace.photo(photo, SHUT),
            new Motion(Expression.NEUTRAL, SHUT, Landmarks.of(xyz)),
            null,
            out);
    return out;
  }

  /** White, not the red of lips and gums nor the dark behind. */
  private static boolean tooth(Image image, int x, int y) {
    int red = image.sample(x, y, 0), blue = image.sample(x, y, 2);
    return red > 110 && blue > 0.7 * red;
  }

  /** Rows of the picture, from and to, in which a tooth shows beside the middle. */
  private static int[] teeth(Image image, int from, int to) {
    int[] shown = {Integer.MAX_VALUE, Integer.MIN_VALUE};
    for (int y = from; y < to; y++) {
      if (tooth(image, MIDDLE - 4, y)) {
        shown[0] = Math.min(shown[0], y);
        shown[1] = Math.max(shown[1], y);
      }
    }
    return shown;
  }

  @ParameterizedTest
  @ValueSource(doubles = {15, 25})
  void upperTeethStayWhereTheyAreHoweverFarTheJawDrops(double chin) {
    int[] upper = teeth(parted(12, chin), LINE - 20, LINE + 8);

    // They end 2.2 of the 90 millimetres between the corners of the eyes below the lips' line.
    assertThat(upper[1]).isCloseTo(LINE + (int) (2.2 / 90 * SHUT.eyeDistance()), within(1));
    assertThat(upper[0]).isLessThan(LINE - 3);
  }

  @Test
  void lowerTeethGoDownWithTheJaw() {
    int near = teeth(parted(0, 18), LINE + 8, LINE + 40)[0];
    int far = teeth(parted(0, 28), LINE + 8, LINE + 40)[0];

    assertThat(far - near).isCloseTo(10, within(2));
  }

  @Test
  void theMiddleOfAWideMouthIsDark() {
    assertThat(parted(0, 30).sample(MIDDLE, LINE + 14, 0)).isLessThan(60);
  }

  @ParameterizedTest
  @EnumSource(ToothRow.class)
  void crownsFollowEachOtherAlongTheArch(ToothRow row) {
    int before = 0;
    for (double x = 0; x < 30; x += 0.1) {
      int tooth = row.tooth(x);
      assertThat(tooth).isBetween(before, before + 1);
      assertThat(row.tooth(-x)).isEqualTo(tooth);
      if (tooth < row.count()) {
        assertThat(row.across(tooth, x)).isBetween(-1.0, 1.0);
      }
      before = tooth;
    }
  }

  @Test
  void frontTeethAreSeenFromTheFrontAndMolarsAlongTheArch() {
    assertThat(ToothRow.UPPER.facing(0)).isEqualTo(1);
    assertThat(ToothRow.UPPER.facing(25)).isLessThan(0.6);
  }
}
