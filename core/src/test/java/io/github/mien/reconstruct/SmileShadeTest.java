package io.github.mien.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmileShadeTest {
  /** Beside the wings of the nose, where the fold runs. */
  private static final int RIGHT_FOLD = 206;

  private static final int LEFT_FOLD = 426;

  private Landmarks face;

  /** The average face itself, its irises between the lids. */
  @BeforeEach
  void place() {
    float[] xyz = new float[3 * Landmarks.COUNT];
    for (int i = 0; i < Landmarks.COUNT; i++) {
      xyz[3 * i] = 200 + 150 * AverageFace.X[i];
      xyz[3 * i + 1] = 180 + 150 * AverageFace.Y[i];
    }
    face = Landmarks.of(xyz);
  }

  @Test
  void aSmileDrawsTheFoldsOnBothSides() {
    Image out = grey();

    SmileShade.paint(face, smiling(1, 1), ImageKernels.java(), out);

    assertThat(at(out, RIGHT_FOLD)).isLessThan(157);
    assertThat(at(out, LEFT_FOLD)).isLessThan(157);
    assertThat(out.sample(5, 5, 0)).isEqualTo(160);
  }

  @Test
  void foreheadBrowsAndChinStay() {
    Image out = grey();

    SmileShade.paint(face, smiling(1, 1), ImageKernels.java(), out);

    for (int point : new int[] {10, 9, 105, 334, 152, 199}) {
      assertThat(at(out, point)).isEqualTo(160);
    }
  }

  @Test
  void aCrookedSmileDrawsOneFold() {
    Image out = grey();

    SmileShade.paint(face, smiling(0, 1), ImageKernels.java(), out);

    assertThat(at(out, LEFT_FOLD)).isLessThan(157);
    assertThat(at(out, RIGHT_FOLD)).isBetween(159, 161);
  }

  @Test
  void aSmileThatGoesAwayTakesThemWithIt() {
    Image out = grey();

    SmileShade.paint(smiling(1, 1), face, ImageKernels.java(), out);

    assertThat(at(out, RIGHT_FOLD)).isGreaterThan(162);
  }

  @Test
  void aFaceAtRestIsLeftAlone() {
    Image out = grey();

    SmileShade.paint(face, face, ImageKernels.java(), out);

    assertThat(out.data()).isEqualTo(grey().data());
  }

  private static Image grey() {
    Image image = Image.create(400, 420, 3);
    Arrays.fill(image.data(), (byte) 160);
    return image;
  }

  private int at(Image image, int point) {
    return image.sample((int) face.x(point), (int) face.y(point), 0);
  }

  /** As in the average smile, in which corners go out and up by a twentieth of the eye distance. */
  private Landmarks smiling(double right, double left) {
    double[] move = PointTable.read("smile-move.txt").mapToDouble(Double::parseDouble).toArray();
    float[] xyz = face.toArray();
    for (int i = 0; 2 * i < move.length; i++) {
      double share = AverageFace.X[i] < 0 ? right : left;
      xyz[3 * i] += (float) (150 * share * move[2 * i]);
      xyz[3 * i + 1] += (float) (150 * share * move[2 * i + 1]);
    }
    return Landmarks.of(xyz);
  }
}
