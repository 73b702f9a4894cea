package io.github.mien.meme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShaperTest {
  private final Shaper shaper = new Shaper(TestFonts.all());

  private List<Cluster> seen(String text) {
    return shaper.shape(text).clusters().stream().filter(c -> !c.glyphs().isEmpty()).toList();
  }

  @Test
  void everyCharBelongsToACluster() {
    String text = "Ab 我太 오늘 سلام 👨‍💻👍🏽 c";
    int end = 0;
    for (Cluster cluster : shaper.shape(text).clusters()) {
      assertThat(cluster.start()).isEqualTo(end);
      end = cluster.end();
    }
    assertThat(end).isEqualTo(text.length());
  }

  @Test
  void emojiSequencesAreOnePictureEach() {
    assertThat(seen("👨‍💻")).hasSize(1);
    assertThat(seen("👨💻")).hasSize(2);
    assertThat(seen("👍🏽👍")).hasSize(2);
    assertThat(seen("👍🏽👍").get(0).glyphs().get(0).shape())
        .isNotSameAs(seen("👍🏽👍").get(1).glyphs().get(0).shape());
  }

  @Test
  void lettersAreKerned() {
    double kerned = seen("AV").get(0).advance();
    double alone = seen("A").get(0).advance();

    assertThat(kerned).isLessThan(alone);
  }

  @Test
  void composedAndDecomposedLettersAreTheSame() {
    assertThat(shaper.shape("e\u0301").text()).isEqualTo("\u00e9");
    assertThat(shaper.shape("e\u0301").missing()).isEqualTo(shaper.shape("\u00e9").missing());
  }

  @Test
  void whatIsNeverSeenIsNotMissing() {
    ShapedText shaped = shaper.shape("O\u200bK\u2060\ufe0f\u200d");

    assertThat(shaped.missing()).isEmpty();
    assertThat(seen("O\u200bK\u2060")).hasSize(2);
  }
}
