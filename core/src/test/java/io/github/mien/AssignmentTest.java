package io.github.mien;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AssignmentTest {

  @Property(tries = 300)
  void noOtherWayIsCheaper(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 6) int rows,
      @ForAll @IntRange(min = 1, max = 6) int columns) {
    Random random = new Random(seed);
    double[][] costs = new double[rows][columns];
    for (double[] row : costs) {
      for (int j = 0; j < columns; j++) {
        row[j] = random.nextInt(20) - 5;
      }
    }

    Map<Integer, Integer> pairs = Assignment.cheapest(costs);

    assertThat(pairs).hasSize(Math.min(rows, columns));
    assertThat(new HashSet<>(pairs.values())).hasSameSizeAs(pairs.entrySet());
    double sum = pairs.entrySet().stream().mapToDouble(p -> costs[p.getKey()][p.getValue()]).sum();
    assertThat(sum).isCloseTo(least(costs, 0, new boolean[columns], rows - columns), within(1e-9));
  }

  /** Tries all ways; as many rows as there are too many may be left out. */
  private static double least(double[][] costs, int row, boolean[] taken, int spare) {
    if (row == costs.length) {
      return 0;
    }
    double least = spare > 0 ? least(costs, row + 1, taken, spare - 1) : Double.POSITIVE_INFINITY;
    for (int j = 0; j < taken.length; j++) {
      if (!taken[j]) {
        taken[j] = true;
        least = Math.min(least, costs[row][j] + least(costs, row + 1, taken, spare));
        taken[j] = false;
      }
    }
    return least;
  }

  @Test
  void nobodyToCastIsAnEmptyCast() {
    assertThat(Assignment.cheapest(new double[0][0])).isEmpty();
    assertThat(Assignment.cheapest(new double[3][0])).isEmpty();
  }
}
