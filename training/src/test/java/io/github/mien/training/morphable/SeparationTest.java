package io.github.mien.training.morphable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeparationTest {
  private static double distance(float[] a, float[] b) {
    return Math.abs(a[0] - b[0]);
  }

  @Test
  void peopleWhoAreFarApartAreAlwaysTold() {
    List<float[]> rest = List.of(new float[] {0}, new float[] {10}, new float[] {20});
    List<float[]> smile = List.of(new float[] {1}, new float[] {11}, new float[] {21});

    assertThat(Separation.of(rest, smile, SeparationTest::distance))
        .isEqualTo(new Separation(1, 1, 1));
  }

  @Test
  void aSmileThatOutweighsTheFaceIsFoundOut() {
    List<float[]> rest = List.of(new float[] {0}, new float[] {3});
    List<float[]> smile = List.of(new float[] {5}, new float[] {8});

    Separation found = Separation.of(rest, smile, SeparationTest::distance);

    // Within people 5; rest to rest and smile to smile 3; rest to smile 8 and 2.
    assertThat(found.alike()).isZero();
    assertThat(found.crossed()).isCloseTo(0.5, within(1e-9));
    assertThat(found.anyTwo()).isCloseTo(1 / 6.0, within(1e-9));
  }
}
