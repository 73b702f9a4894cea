package io.github.mien.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BilinearTest {
  private static final float[] PLANE = {0, 4, 8, 12};

  @Test
  void readsBetweenFourNumbers() {
    assertThat(Bilinear.at(PLANE, 0, 2, 0.5f, 0)).isEqualTo(2);
    assertThat(Bilinear.at(PLANE, 0, 2, 0.5f, 0.5f)).isEqualTo(6);
  }

  @Test
  void beyondTheBorderReadsTheBorder() {
    assertThat(Bilinear.at(PLANE, 0, 2, -3, -3)).isEqualTo(0);
  }

  @Test
  void aPlaneOfTwiceTheSideIsReadAtQuartersOfTheFirst() {
    float[] resized = Bilinear.resized(PLANE, 2, 4);

    assertThat(resized).hasSize(16);
    assertThat(resized[0]).isEqualTo(0);
    assertThat(resized[1]).isEqualTo(1);
    assertThat(resized[4]).isEqualTo(2);
    assertThat(resized[5]).isEqualTo(3);
  }
}
