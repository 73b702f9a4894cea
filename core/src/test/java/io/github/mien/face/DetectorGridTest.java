package io.github.mien.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DetectorGridTest {

  @Test
  void threeGridsFollowEachOther() {
    DetectorGrid grid = new DetectorGrid(320, 192);

    assertThat(grid.levels())
        .containsExactly(
            new DetectorGrid.Level(8, 40, 24, 0),
            new DetectorGrid.Level(16, 20, 12, 960),
            new DetectorGrid.Level(32, 10, 6, 1200));
    assertThat(grid.cells()).isEqualTo(1260);
  }

  @Test
  void sidesAreWholeCells() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DetectorGrid(320, 200))
        .withMessageContaining("multiples of 32, not 320 x 200");
  }

  @Property
  void aCellSaysItsFaceInCells(
      @ForAll @IntRange(min = 0, max = 2) int level,
      @ForAll @IntRange(min = 0, max = 59) int cell,
      @ForAll @DoubleRange(min = -2, max = 2) double dx,
      @ForAll @DoubleRange(min = -1, max = 3) double logWidth) {
    DetectorGrid grid = new DetectorGrid(320, 192);
    DetectorGrid.Level at = grid.levels().get(level);
    float[] output = nothing(grid);
    int first = (at.first() + cell) * DetectorGrid.VALUES;
    output[first] = 3;
    output[first + 1] = (float) dx;
    output[first + 3] = (float) logWidth;
    output[first + 6] = 1;

    List<Detection> found = grid.decode(output, 0.5f);

    assertThat(found).hasSize(1);
    Detection face = found.get(0);
    double cx = (cell % at.columns() + 0.5) * at.stride();
    double cy = (cell / at.columns() + 0.5) * at.stride();
    assertThat(face.score()).isCloseTo(0.9526f, within(1e-4f));
    assertThat((face.box().x0() + face.box().x1()) / 2)
        .isCloseTo(cx + dx * at.stride(), within(1e-3));
    assertThat(face.box().width()).isCloseTo(Math.exp(logWidth) * at.stride(), within(1e-3));
    assertThat(face.box().height()).isCloseTo(at.stride(), within(1e-9));
    assertThat(face.points()[0]).isCloseTo((float) cx, within(1e-4f));
    assertThat(face.points()[1]).isCloseTo((float) cy + at.stride(), within(1e-4f));
  }

  @Test
  void cellsThatAreNotSureSayNothing() {
    DetectorGrid grid = new DetectorGrid(64, 64);
    float[] output = nothing(grid);
    output[0] = -0.1f;

    assertThat(grid.decode(output, 0.5f)).isEmpty();
    assertThat(grid.decode(output, 0.45f)).hasSize(1);
  }

  static float[] nothing(DetectorGrid grid) {
    float[] output = new float[grid.cells() * DetectorGrid.VALUES];
    for (int i = 0; i < output.length; i += DetectorGrid.VALUES) {
      Arrays.fill(output, i, i + 1, -8);
    }
    return output;
  }
}
