package io.github.mien.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonParserTest {

  @Test
  void everyKindOfValueIsRead() {
    Map<String, ?> object =
        JsonParser.object(
            """
            {"text": "a \\"b\\" \\u00e9\\n", "number": -1.5e-2, "zero": 0,
             "yes": true, "no": false, "nothing": null,
             "list": [1, [], {}], "inner": {"x": "y"}}
            """);

    assertThat(object.get("text")).isEqualTo("a \"b\" é\n");
    assertThat(object.get("number")).isEqualTo(-0.015);
    assertThat(object.get("zero")).isEqualTo(0.0);
    assertThat(object.get("yes")).isEqualTo(true);
    assertThat(object.get("no")).isEqualTo(false);
    assertThat(object).containsEntry("nothing", null);
    assertThat(object.get("list")).isEqualTo(Arrays.asList(1.0, List.of(), Map.of()));
    assertThat(object.get("inner")).isEqualTo(Map.of("x", "y"));
  }

  @Test
  void anObjectMayBeEmpty() {
    assertThat(JsonParser.object(" { } ")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''             | line 1, column 1: expected an object",
        "[1]            | line 1, column 1: expected an object",
        "{\"a\": 1,}    | line 1, column 9: expected a string",
        "{\"a\" 1}      | line 1, column 6: expected a colon",
        "{\"a\": 01}    | line 1, column 8: expected a comma or }",
        "{\"a\": .5}    | line 1, column 7: expected a value",
        "{\"a\": 1.}    | line 1, column 9: expected a digit",
        "{\"a\": NaN}   | line 1, column 7: expected a value",
        "{\"a\": nul}   | line 1, column 7: expected a value",
        "{\"a\": 'b'}   | line 1, column 7: expected a value",
        "{\"a\": \"b    | expected the closing quote",
        "{\"a\": \"\\q\"} | is no escape",
        "{\"a\": 1} x   | line 1, column 10: expected the end",
        "{\"a\": 1, \"a\": 2} | \"a\" is there twice"
      },
      quoteCharacter = '`')
  void anythingElseIsRefusedWithItsPlace(String text, String fault) {
    assertThatThrownBy(() -> JsonParser.object(text.equals("''") ? "" : text))
        .isInstanceOf(JsonException.class)
        .hasMessageContaining(fault);
  }

  @Test
  void linesAreCounted() {
    assertThatThrownBy(() -> JsonParser.object("{\n  \"a\": ?\n}"))
        .hasMessageStartingWith("line 2, column 8");
  }

  @Test
  void nestingHasAnEnd() {
    assertThatThrownBy(() -> JsonParser.object("{\"a\": " + "[".repeat(100_000)))
        .isInstanceOf(JsonException.class)
        .hasMessageContaining("deep");
  }
}
