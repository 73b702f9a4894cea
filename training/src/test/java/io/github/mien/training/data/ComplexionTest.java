package io.github.mien.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComplexionTest {
  /** CIELAB as scikit-image 0.26 converts: 69.89, 15.17, 20.22 and 30.05, 13.98, 15.09. */
  @Test
  void theTypologyAngleIsThatOfCielab() {
    assertThat(Complexion.typologyAngle(new double[] {210, 160, 135}))
        .isCloseTo(44.54, within(0.05));
    assertThat(Complexion.typologyAngle(new double[] {98, 62, 48})).isCloseTo(-52.89, within(0.05));
  }

  @Test
  void rareComplexionsAreDrawnAsOftenAsTheShareSays() {
    List<Integer> faces = IntStream.range(0, 100).boxed().toList();
    EvenComplexions<Integer> even =
        new EvenComplexions<>(
            faces, i -> i < 5 ? Complexion.DARK : i < 20 ? Complexion.MEDIUM : Complexion.LIGHT);
    SplittableRandom random = new SplittableRandom(1);
    int dark = 0;
    for (int i = 0; i < 4000; i++) {
      if (even.pick(random) < 5) {
        dark++;
      }
    }
    assertThat(dark / 4000.0).isCloseTo(0.25, within(0.03));
  }

  @Test
  void withoutRareComplexionsAnyFaceIsDrawn() {
    EvenComplexions<Integer> even = new EvenComplexions<>(List.of(1, 2), i -> Complexion.LIGHT);
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 50; i++) {
      assertThat(even.pick(random)).isIn(1, 2);
    }
  }
}
