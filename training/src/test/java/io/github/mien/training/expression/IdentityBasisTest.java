package io.github.mien.training.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IdentityBasisTest {

  @Test
  void findsTheDirectionsThatSamplesWereMadeOf() {
    SplittableRandom random = new SplittableRandom(8);
    List<float[]> shapes = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      float[] shape = {5, 5, 5, 5, 5, 5};
      double a = 3 * random.nextGaussian(), b = random.nextGaussian();
      shape[0] += (float) (0.6 * a);
      shape[1] += (float) (0.8 * a);
      shape[4] += (float) b;
      shapes.add(shape);
    }

    IdentityBasis basis = IdentityBasis.of(shapes, 2);

    float[] first = basis.components()[0];
    assertThat(Math.abs(0.6 * first[0] + 0.8 * first[1])).isCloseTo(1, within(1e-3));
    assertThat(Math.abs(basis.components()[1][4])).isCloseTo(1, within(1e-3f));
    assertThat(basis.deviations()[0]).isCloseTo(3, within(0.4f));
    assertThat(basis.deviations()[1]).isCloseTo(1, within(0.15f));
  }
}
