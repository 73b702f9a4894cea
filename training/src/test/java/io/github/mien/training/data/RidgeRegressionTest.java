package io.github.mien.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RidgeRegressionTest {

  @Test
  void findsTheLineThatMadeTheSamples() {
    RidgeRegression regression = new RidgeRegression(2, 1);
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      float a = random.nextFloat();
      float b = random.nextFloat();
      regression.add(new float[] {a, b}, new float[] {3 * a - 2 * b + 5});
    }

    RidgeRegression.Solution solution = regression.solve(1e-9);

    assertThat(solution.weight()).containsExactly(new float[] {3, -2}, within(1e-3f));
    assertThat(solution.bias()[0]).isCloseTo(5, within(1e-3f));
  }

  @Test
  void aPenaltyPullsWeightsTowardsNought() {
    RidgeRegression regression = new RidgeRegression(1, 1);
    for (int i = -5; i <= 5; i++) {
      regression.add(new float[] {i}, new float[] {2 * i + 1});
    }

    RidgeRegression.Solution solution = regression.solve(10);

    assertThat(solution.weight()[0]).isCloseTo(1, within(1e-4f));
    assertThat(solution.bias()[0]).isCloseTo(1, within(1e-4f));
  }
}
