package io.github.mien.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class OneEuroFilterTest {
  private static final double RATE = 60;

  @Test
  void jitterAtRestIsTakenOut() {
    Random random = new Random(1);
    OneEuroFilter filter = new OneEuroFilter(1, 1.5, 4);
    double before = 0;
    double after = 0;
    for (int i = 0; i < 600; i++) {
      float[] number = {(float) (0.5 + 0.02 * random.nextGaussian())};
      double raw = number[0];
      filter.smooth(i / RATE, number);
      if (i > 30) {
        before += (raw - 0.5) * (raw - 0.5);
        after += (number[0] - 0.5) * (number[0] - 0.5);
      }
    }
    assertThat(after).isLessThan(before / 6);
  }

  @Test
  void aFastMovementIsFollowedWithinTwoFrames() {
    OneEuroFilter filter = new OneEuroFilter(1, 1.5, 4);
    double lag = 0;
    for (int i = 0; i < 120; i++) {
      // From 0 to 1 in a quarter of a second, as a mouth opens.
      double wanted = Math.max(0, Math.min(1, (i / RATE - 1) / 0.25));
      float[] number = {(float) wanted};
      filter.smooth(i / RATE, number);
      if (wanted > 0.3 && wanted < 1) {
        lag = Math.max(lag, (wanted - number[0]) * 0.25 * RATE);
      }
    }
    assertThat(lag).isLessThan(2.5);
  }

  @Test
  void whatStandsStillIsUnchanged() {
    OneEuroFilter filter = new OneEuroFilter(2, 1, 0);
    for (int i = 0; i < 10; i++) {
      float[] numbers = {0.25f, -7};
      filter.smooth(i, numbers);
      assertThat(numbers).containsExactly(new float[] {0.25f, -7}, Offset.offset(1e-6f));
    }
  }

  @Test
  void timeGoesForwards() {
    OneEuroFilter filter = new OneEuroFilter(1, 1, 0);
    filter.smooth(1, new float[1]);

    assertThatThrownBy(() -> filter.smooth(1, new float[1]))
        .hasMessage("numbers at 1.0 s cannot follow those at 1.0 s");
    assertThatThrownBy(() -> filter.smooth(2, new float[3]))
        .hasMessage("the filter is for 1 numbers, not 3");
  }
}
