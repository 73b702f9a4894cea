package io.github.mien.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JsonFieldsTest {

  @Test
  void readsALineOfLabels() {
    JsonFields fields =
        new JsonFields("{\"file\":\"a/b.jpg\",\"score\": 0.5, \"points\":[[1,2.5],[-3e-1,4]]}");

    assertThat(fields.text("file")).isEqualTo("a/b.jpg");
    assertThat(fields.numbers("score")).containsExactly(0.5f);
    assertThat(fields.numbers("points")).containsExactly(1, 2.5f, -0.3f, 4);
    assertThat(fields.has("score")).isTrue();
    assertThat(fields.has("blendshapes")).isFalse();
  }

  @Test
  void namesTheFieldsThereAre() {
    assertThatThrownBy(() -> new JsonFields("{\"a\":1}").numbers("b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no field b")
        .hasMessageContaining("[a]");
  }
}
