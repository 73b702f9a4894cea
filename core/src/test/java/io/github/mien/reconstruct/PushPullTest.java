package io.github.mien.reconstruct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PushPullTest {
  private static final int SIDE = 64;

  private final float[] known = new float[SIDE * SIDE];

  PushPullTest() {
    Arrays.fill(known, 1);
    for (int y = 20; y < 45; y++) {
      Arrays.fill(known, y * SIDE + 15, y * SIDE + 40, 0);
    }
  }

  @Test
  void oneColourFillsItsHoles() {
    float[] planes = new float[2 * SIDE * SIDE];
    for (int i = 0; i < planes.length; i++) {
      planes[i] = known[i % known.length] == 0 ? 9 : i < known.length ? 0.25f : 0.75f;
    }

    PushPull.fill(planes, known, SIDE);

    for (int i = 0; i < planes.length; i++) {
      assertThat(planes[i]).isCloseTo(i < known.length ? 0.25f : 0.75f, within(1e-5f));
    }
  }

  @Test
  void whatIsKnownStaysAndARampGoesOnThroughTheHole() {
    float[] plane = new float[SIDE * SIDE];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = known[i] == 0 ? -5 : i % SIDE / 64f;
    }

    PushPull.fill(plane, known, SIDE);

    for (int i = 0; i < plane.length; i++) {
      assertThat(plane[i]).isCloseTo(i % SIDE / 64f, within(known[i] == 1 ? 0f : 0.12f));
    }
  }

  @Test
  void nothingKnownIsBlack() {
    float[] plane = new float[SIDE * SIDE];
    Arrays.fill(plane, 0.5f);

    PushPull.fill(plane, new float[SIDE * SIDE], SIDE);

    assertThat(plane).containsOnly(0f);
  }
}
