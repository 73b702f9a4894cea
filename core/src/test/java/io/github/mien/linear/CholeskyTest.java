package io.github.mien.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CholeskyTest {

  @Test
  void productWithTheSolutionIsTheRightHandSide() {
    int n = 30;
    Random random = new Random(4);
    double[][] root = new double[n][n];
    for (double[] row : root) {
      for (int j = 0; j < n; j++) {
        row[j] = random.nextGaussian();
      }
    }
    double[] matrix = new double[n * n];
    double[] right = new double[n];
    for (int i = 0; i < n; i++) {
      right[i] = random.nextGaussian();
      for (int j = 0; j < n; j++) {
        matrix[i * n + j] = i == j ? 0.1 : 0;
        for (int k = 0; k < n; k++) {
          matrix[i * n + j] += root[k][i] * root[k][j];
        }
      }
    }
    double[] x = right.clone();

    assertThat(Cholesky.solve(matrix.clone(), x, n, new double[n])).isTrue();

    for (int i = 0; i < n; i++) {
      double product = 0;
      for (int j = 0; j < n; j++) {
        product += matrix[i * n + j] * x[j];
      }
      assertThat(product).isCloseTo(right[i], within(1e-8));
    }
  }

  @Test
  void aMatrixThatIsNotPositiveDefiniteIsRefused() {
    double[] matrix = {1, 2, 2, 1};

    assertThat(Cholesky.solve(matrix, new double[] {1, 1}, 2, new double[2])).isFalse();
  }
}
