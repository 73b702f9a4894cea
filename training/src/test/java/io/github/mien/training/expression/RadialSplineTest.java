package io.github.mien.training.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RadialSplineTest {
  private final SplittableRandom random = new SplittableRandom(5);

  private double[][] points(int count) {
    double[][] points = new double[count][3];
    for (double[] point : points) {
      for (int k = 0; k < 3; k++) {
        point[k] = random.nextGaussian();
      }
    }
    return points;
  }

  @Test
  void bringsPointsOntoTheOthers() {
    double[][] from = points(30), to = points(30);
    RadialSpline spline = new RadialSpline(from, to);
    for (int i = 0; i < from.length; i++) {
      assertThat(spline.map(from[i])).containsExactly(to[i], within(0.02));
    }
  }

  @Test
  void affineMapIsAffineEverywhere() {
    double[][] from = points(30), to = points(30);
    for (int i = 0; i < from.length; i++) {
      to[i][0] = 2 * from[i][0] + 1;
      to[i][1] = from[i][1] - 0.5 * from[i][2];
      to[i][2] = from[i][2];
    }
    double[] far = new RadialSpline(from, to).map(new double[] {9, -7, 4});
    assertThat(far).containsExactly(new double[] {19, -9, 4}, within(1e-6));
  }
}
