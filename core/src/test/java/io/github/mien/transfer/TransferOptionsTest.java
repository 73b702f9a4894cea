package io.github.mien.transfer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mien.expression.Region;
import org.junit.jupiter.api.Test;

class TransferOptionsTest {

  @Test
  void strengthAndWeightsHaveTheirLimits() {
    assertThatThrownBy(() -> TransferOptions.DEFAULT.withStrength(1.6))
        .hasMessage("strength is from 0 to 1.5, not 1.6");
    assertThatThrownBy(() -> TransferOptions.DEFAULT.withWeight(Region.BROWS, -1))
        .hasMessage("the weight of brows is from 0 to 1.5, not -1.0");
  }
}
