package io.github.mien.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HalfTest {

  @Test
  void everyFiniteHalfComesBackFromItsFloat() {
    for (int bits = 0; bits < 0x10000; bits++) {
      short half = (short) bits;
      if ((bits >>> 10 & 0x1f) != 31) {
        assertThat(Half.of(Half.toFloat(half))).isEqualTo(half);
      }
    }
  }

  @Test
  void roundsToTheNearest() {
    assertThat(Half.toFloat(Half.of(0.1f))).isEqualTo(0.099975586f);
    assertThat(Half.toFloat(Half.of(2049))).isEqualTo(2048);
    assertThat(Half.toFloat(Half.of(2051))).isEqualTo(2052);
    assertThat(Half.toFloat(Half.of(1e-9f))).isZero();
    assertThat(Half.toFloat(Half.of(-70000))).isEqualTo(Float.NEGATIVE_INFINITY);
  }
}
