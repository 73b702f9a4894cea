package io.github.mien.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditTest {

  @Test
  void namesAndValuesAreReadInAnyCaseAndSpacing() {
    Edit edit = Edit.parse("eyeBlinkLeft=1, JAWOPEN = 0.6");

    assertThat(edit)
        .isEqualTo(Edit.NONE.with(Blendshape.JAW_OPEN, 0.6).with(Blendshape.EYE_BLINK_LEFT, 1));
  }

  @Test
  void onlyWhatIsNamedChanges() {
    Expression shown =
        Expression.NEUTRAL.with(Blendshape.JAW_OPEN, 0.9).with(Blendshape.MOUTH_SMILE_LEFT, 0.4);

    Expression edited = Edit.parse("jawOpen=0.2").of(shown);

    assertThat(edited).isEqualTo(shown.with(Blendshape.JAW_OPEN, 0.2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jawOpen            | 'jawOpen' is no name=value",
        "jawOpen=           | jawOpen is from 0 to 1, not ''",
        "jawOpen=1,         | '' is no name=value",
        "jawOpen=wide       | jawOpen is from 0 to 1, not 'wide'",
        "jawOpen=1.2        | jawOpen is from 0 to 1, not 1.2",
        "jawOpen=NaN        | jawOpen is from 0 to 1, not NaN",
        "jawOpen=1,jawopen=0 | jawOpen is set twice",
        "eyeBlink=1         | there is no coefficient 'eyeBlink'; there is eyeBlinkLeft,"
            + " eyeBlinkRight",
        "nosePicking=1      | there is no coefficient 'nosePicking'; the names are ARKit's"
      },
      quoteCharacter = '`')
  void whatIsWrongIsSaid(String text, String fault) {
    assertThatThrownBy(() -> Edit.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(fault);
  }
}
