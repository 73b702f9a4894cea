package io.github.mien.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresetTest {
  @TempDir Path folder;

  @Test
  void thereAreEnoughToChooseFromAndEachShowsSomethingOfItsOwn() {
    Presets presets = Presets.embedded();

    assertThat(presets.all()).hasSizeGreaterThanOrEqualTo(24);
    assertThat(presets.all()).extracting(Preset::expression).doesNotHaveDuplicates();
    assertThat(presets.all())
        .extracting(Preset::name)
        .contains("laugh", "smirk", "wink-left", "wink-right", "duck-face", "side-eye", "gurn");
  }

  @Test
  void aWinkShutsOneEye() {
    Expression wink = Presets.embedded().get("wink-left").expression();

    assertThat(wink.get(Blendshape.EYE_BLINK_LEFT)).isEqualTo(1);
    assertThat(wink.get(Blendshape.EYE_BLINK_RIGHT)).isZero();
  }

  @Test
  void anUnknownNameListsThoseThatExist() {
    assertThatThrownBy(() -> Presets.embedded().get("lagh"))
        .isInstanceOf(PresetException.class)
        .hasMessageContaining("'lagh'")
        .hasMessageContaining("laugh");
  }

  @Test
  void aFileOfOnesOwnIsReadAndMayReplaceAPreset() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("own.json"),
            """
            {"name": "laugh", "description": "A quiet one", "coefficients": {"jawOpen": 0.1}}
            """);

    Presets presets = Presets.embedded().with(Preset.read(file));

    assertThat(presets.all()).hasSameSizeAs(Presets.embedded().all());
    assertThat(presets.get("laugh").expression())
        .isEqualTo(Expression.NEUTRAL.with(Blendshape.JAW_OPEN, 0.1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no JSON | expected an object",
        "{\"name\": \"a\", \"description\": \"b\"} | \"coefficients\" must be there",
        "{\"description\": \"b\", \"coefficients\": {}} | \"name\" must be there",
        "{\"name\": \"A b\", \"description\": \"b\", \"coefficients\": {}} | not 'A b'",
        "{\"name\": \"a\", \"description\": \"\", \"coefficients\": {}} | is one line",
        "{\"name\": \"a\", \"description\": \"b\", \"coefficients\": {\"jaw\": 1}} | 'jaw'",
        "{\"name\": \"a\", \"description\": \"b\", \"coefficients\": {\"jawOpen\": \"1\"}} |"
            + " jawOpen must be a number",
        "{\"name\": \"a\", \"description\": \"b\", \"coefficients\": {\"jawOpen\": 2}} | jawOpen is"
            + " from 0 to 1",
        "{\"name\": \"a\", \"description\": \"b\", \"coefficients\": {}, \"x\": 1} | \"x\" is not"
            + " part"
      },
      quoteCharacter = '`')
  void aBrokenFileIsNamedWithItsFault(String json, String fault) throws IOException {
    Path file = Files.writeString(folder.resolve("broken.json"), json);

    assertThatThrownBy(() -> Preset.read(file))
        .isInstanceOf(PresetException.class)
        .hasMessageContaining("broken.json")
        .hasMessageContaining(fault);
  }

  @Test
  void bytesThatAreNoTextAreNoPreset() throws IOException {
    Path file = Files.write(folder.resolve("picture.json"), new byte[] {(byte) 0xff, (byte) 0xfe});

    assertThatThrownBy(() -> Preset.read(file))
        .isInstanceOf(PresetException.class)
        .hasMessageContaining("UTF-8");
  }
}
