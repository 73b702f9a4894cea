package io.github.mien.meme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.meme.LineBreaks.Strength;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineBreaksTest {

  /** The parts between all places of a strength. */
  private static List<String> parts(String text, Strength least) {
    Strength[] strengths = LineBreaks.of(text);
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 1; i < text.length(); i++) {
      if (strengths[i].compareTo(least) >= 0) {
        parts.add(text.substring(start, i));
        start = i;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  @Test
  void wordsOfAlphabetsStayWhole() {
    assertThat(parts("I don't always test", Strength.WEAK))
        .containsExactly("I ", "don't ", "always ", "test");
    assertThat(parts("state-of-the-art", Strength.STRONG)).hasSize(1);
    assertThat(parts("state-of-the-art", Strength.WEAK)).hasSize(4);
  }

  @Test
  void chineseBreaksAnywhereButBeforeClosingAndAfterOpeningMarks() {
    assertThat(parts("今天，他说「不想」上班。", Strength.STRONG))
        .containsExactly("今", "天，", "他", "说", "「不", "想」", "上", "班。");
  }

  @Test
  void japaneseKeepsSmallKanaAndSoundMarksOffTheStartOfALine() {
    assertThat(parts("カップ麺ちょっとラーメン…", Strength.STRONG))
        .containsExactly("カッ", "プ", "麺", "ちょっ", "と", "ラー", "メ", "ン…");
  }

  @Test
  void koreanBreaksBetweenWordsAndWithinThemOnlyAtNeed() {
    assertThat(parts("오늘은 일하기 싫어요", Strength.STRONG)).containsExactly("오늘은 ", "일하기 ", "싫어요");
    assertThat(parts("오늘은", Strength.WEAK)).containsExactly("오", "늘", "은");
  }

  @Test
  void emojiAreWholeAndMayStandAlone() {
    assertThat(parts("OK👨‍💻👍🏽❤️", Strength.STRONG))
        .containsExactly("OK", "👨‍💻", "👍🏽", "❤️");
  }

  @Test
  void noBreakSpacesHoldTogether() {
    assertThat(parts("100\u00a0km", Strength.WEAK)).hasSize(1);
  }
}
