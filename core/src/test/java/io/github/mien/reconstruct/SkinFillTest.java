package io.github.mien.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.image.Rect;
import org.junit.jupiter.api.Test;

class SkinFillTest {
  private static final Rect AREA = new Rect(100, 50, 60, 40);
  private static final double[] X = {100, 159};
  private static final double[] Y = {70, 70};
  private static final float[][] COLOURS = {{200, 100}, {150, 150}, {0, 255}};

  private final SkinFill fill = new SkinFill(AREA, 200, X, Y, COLOURS);

  @Test
  void aGivenColourIsFoundWhereItWasGiven() {
    assertThat(fill.colour(100, 70, 0)).isCloseTo(200, within(2.0));
    assertThat(fill.colour(159, 70, 2)).isCloseTo(255, within(5.0));
  }

  @Test
  void betweenTwoColoursLieTheirMixtures() {
    double before = 201;
    for (int x = 100; x < 160; x++) {
      double red = fill.colour(x, 70, 0);
      assertThat(red).isBetween(100.0, Math.nextUp(before));
      before = red;
    }
  }

  @Test
  void aColourThatAllShareIsEverywhere() {
    for (int y = AREA.y(); y < AREA.bottom(); y++) {
      assertThat(fill.colour(AREA.right() - 1, y, 1)).isCloseTo(150, within(1e-3));
    }
  }
}
