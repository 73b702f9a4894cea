package io.github.mien.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.face.FaceCrop;
import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Affine;
import org.junit.jupiter.api.Test;

class RenderMapsTest {
  private static final int SIDE = 128;

  private final Landmarks face = DrawnFace.landmarks(200, 210, 240);
  private final Landmarks smiling = DrawnFace.smile(face, 0.2);

  @Test
  void placesAreThoseOfTheAverageFace() {
    float[] planes = planes(face, face);

    for (int point : new int[] {FaceMesh.NOSE_TIP, 50, 280, 151, 9}) {
      int at = pixel(face, point);
      assertThat(planes[at]).isCloseTo(AverageFace.X[point], within(0.05f));
      assertThat(planes[SIDE * SIDE + at]).isCloseTo(AverageFace.Y[point], within(0.05f));
    }
  }

  @Test
  void movesAreInSixteenthsOfTheCrop() {
    float[] planes = planes(face, smiling);
    FaceCrop crop = FaceCrop.of(smiling);
    int cheek = 50;
    int at = pixel(smiling, cheek);

    double dx = 16 * (smiling.x(cheek) - face.x(cheek)) / crop.side();
    double dy = 16 * (smiling.y(cheek) - face.y(cheek)) / crop.side();

    assertThat(planes[2 * SIDE * SIDE + at]).isCloseTo((float) dx, within(0.05f));
    assertThat(planes[3 * SIDE * SIDE + at]).isCloseTo((float) dy, within(0.05f));
  }

  @Test
  void theMouthAndTheEyesAreMarkedAndNothingLiesBeyondTheFace() {
    float[] planes = planes(face, smiling);
    RenderMaps maps = RenderMaps.draw(face, smiling, FaceCrop.of(smiling), SIDE);
    int iris = pixel(smiling, FaceMesh.LEFT_IRIS);

    assertThat(planes[5 * SIDE * SIDE + iris]).isEqualTo(1);
    assertThat(maps.mouth()).contains(1);
    for (int i = 0; i < SIDE * SIDE; i++) {
      if (maps.face()[i] == 0) {
        for (int map = 0; map < RenderMaps.COUNT; map++) {
          assertThat(planes[map * SIDE * SIDE + i]).isZero();
        }
      }
    }
  }

  /** A turned and enlarged photo of the same face gives the same maps. */
  @Test
  void doNotDependOnWhereInThePictureTheFaceIs() {
    Affine elsewhere = Affine.similarity(1.7, 0.3, 40, -25);

    float[] here = planes(face, smiling);
    float[] there = planes(face.map(elsewhere), smiling.map(elsewhere));

    int unlike = 0;
    for (int i = 0; i < here.length; i++) {
      unlike += Math.abs(here[i] - there[i]) > 0.02 ? 1 : 0;
    }
    // Rounding decides on which side of an edge a pixel lies; moves turn with the face.
    assertThat(unlike).isLessThan(here.length / 100);
  }

  private static float[] planes(Landmarks from, Landmarks to) {
    float[] planes = new float[RenderMaps.COUNT * SIDE * SIDE];
    RenderMaps.draw(from, to, FaceCrop.of(to), SIDE).write(planes, 0);
    return planes;
  }

  private static int pixel(Landmarks to, int point) {
    Landmarks crop = FaceCrop.of(to).toFractions(to);
    int x = (int) Math.round(SIDE * (crop.x(point) + 0.5) - 0.5);
    int y = (int) Math.round(SIDE * (crop.y(point) + 0.5) - 0.5);
    return y * SIDE + x;
  }
}
