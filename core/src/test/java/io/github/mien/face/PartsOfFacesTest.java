package io.github.mien.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PartsOfFacesTest {
  private final Detection face = at(100, 100, 80, 0.9f);

  @Test
  void anEyeTakenForAFaceIsDropped() {
    assertThat(PartsOfFaces.without(List.of(face, at(85, 90, 20, 0.7f)))).containsExactly(face);
  }

  @Test
  void aSmallFaceBesideALargeOneStays() {
    Detection beside = at(138, 64, 20, 0.7f);

    assertThat(PartsOfFaces.without(List.of(face, beside))).containsExactly(face, beside);
  }

  @Test
  void aChildBeforeAGrownUpStays() {
    Detection child = at(110, 120, 50, 0.7f);

    assertThat(PartsOfFaces.without(List.of(face, child))).containsExactly(face, child);
  }

  @Test
  void aSurerSmallFaceStays() {
    Detection small = at(85, 90, 20, 0.95f);

    assertThat(PartsOfFaces.without(List.of(small, face))).containsExactly(small, face);
  }

  private static Detection at(double x, double y, double size, float score) {
    double half = size / 2;
    return new Detection(new Box(x - half, y - half, x + half, y + half), score, new float[10]);
  }
}
