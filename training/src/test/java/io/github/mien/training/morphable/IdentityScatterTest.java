package io.github.mien.training.morphable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IdentityScatterTest {

  @Test
  void fitsOfOnePersonDifferByOneAlongEveryDirection() {
    Random random = new Random(3);
    IdentityScatter scatter = new IdentityScatter(2);
    for (int person = 0; person < 2000; person++) {
      float centre = 100 * random.nextFloat();
      List<float[]> fits = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        fits.add(
            new float[] {
              centre + 3 * (float) random.nextGaussian(), -centre + (float) random.nextGaussian()
            });
      }
      scatter.add(fits);
    }

    float[] map = scatter.whitening();

    // Differences vary by 2 · 9 and 2 · 1; 2 % of their mean half, 0.1, is added to each half.
    assertThat(map[0]).isCloseTo((float) (1 / Math.sqrt(2 * 9.1)), within(0.01f));
    assertThat(map[1]).isZero();
    assertThat(map[2]).isCloseTo(0, within(0.01f));
    assertThat(map[3]).isCloseTo((float) (1 / Math.sqrt(2 * 1.1)), within(0.02f));
  }
}
