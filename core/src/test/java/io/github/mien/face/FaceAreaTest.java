package io.github.mien.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class FaceAreaTest {
  /** A round face: the outline's 36 points on a circle. */
  private final FaceArea round = FaceArea.of(round(100, 80, 50));

  private static Landmarks round(double x, double y, double radius) {
    float[] xyz = new float[3 * Landmarks.COUNT];
    int[] outline = FaceMesh.outline();
    for (int i = 0; i < outline.length; i++) {
      double angle = 2 * Math.PI * i / outline.length;
      xyz[3 * outline[i]] = (float) (x + radius * Math.sin(angle));
      xyz[3 * outline[i] + 1] = (float) (y - radius * Math.cos(angle));
    }
    return Landmarks.of(xyz);
  }

  @Property
  void depthIsTheDistanceToTheOutlineAndNegativeOutside(
      @ForAll @DoubleRange(min = 0, max = 200) double x,
      @ForAll @DoubleRange(min = 0, max = 200) double y) {
    double depth = 50 - Math.hypot(x - 100, y - 80);

    // Between its corners the outline runs up to 0.2 pixels within the circle.
    assertThat(round.depth(x, y)).isCloseTo(depth, within(0.25));
    assertThat(round.contains(x, y)).isEqualTo(round.depth(x, y) > 0);
  }

  @Test
  void theBoundsHoldTheOutline() {
    assertThat(round.bounds()).isEqualTo(new Box(50, 30, 150, 130));
  }
}
