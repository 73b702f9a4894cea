package io.github.mien.meme;

import static io.github.mien.meme.ArabicJoining.Form.FINAL;
import static io.github.mien.meme.ArabicJoining.Form.INITIAL;
import static io.github.mien.meme.ArabicJoining.Form.ISOLATED;
import static io.github.mien.meme.ArabicJoining.Form.MEDIAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import io.github.mien.meme.TextFlow.Line;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Arabic runs from right to left, and its letters join. */
class ArabicTest {
  private static final String PEACE = "سلام";

  @Test
  void lettersTakeTheFormOfTheirPlaceInTheWord() {
    assertThat(ArabicJoining.forms(PEACE)).containsExactly(INITIAL, MEDIAL, FINAL, ISOLATED);
    assertThat(ArabicJoining.forms("العمل"))
        .containsExactly(ISOLATED, INITIAL, MEDIAL, MEDIAL, FINAL);
    assertThat(ArabicJoining.forms("لا لا"))
        .containsExactly(INITIAL, FINAL, ISOLATED, INITIAL, FINAL);
    assertThat(ArabicJoining.forms("OK")).containsExactly(ISOLATED, ISOLATED);
  }

  @Test
  void marksDoNotSeparateLetters() {
    assertThat(ArabicJoining.forms("بَت")).containsExactly(INITIAL, ISOLATED, FINAL);
  }

  /** Seen, lam and alef are one stroke; meem after an alef stands alone, at the left. */
  @Test
  void joinedLettersAreOneStroke() {
    List<Rect> strokes = strokes(PEACE);

    assertThat(strokes).hasSize(2);
    assertThat(strokes.get(0).width()).isLessThan(strokes.get(1).width());
    assertThat(strokes("OK")).hasSize(2);
  }

  @Test
  void anEmbeddedWordKeepsItsOwnDirection() {
    ShapedText shaped = new Shaper(TestFonts.all()).shape("OK " + PEACE + " GO");
    Line line = new TextFlow(List.of(shaped), 0).fit(2000, 200, 10, 20).lines().get(0);

    assertThat(line.text()).isEqualTo("OK " + PEACE + " GO");
    List<Integer> order =
        line.clusters().stream().filter(c -> !c.glyphs().isEmpty()).map(Cluster::start).toList();
    // O, K; from the left the last Arabic letter first, lam and alef being one; G, O.
    assertThat(order).containsExactly(0, 1, 6, 4, 3, 8, 9);
  }

  @Test
  void aLineOfArabicBeginsAtTheRight() {
    ShapedText shaped = new Shaper(TestFonts.all()).shape("أنا لا أريد العمل اليوم");
    Line line = new TextFlow(List.of(shaped), 0).fit(2000, 200, 10, 20).lines().get(0);

    List<Integer> order = line.clusters().stream().map(Cluster::start).toList();
    assertThat(order).isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void bracketsAreMirrored() {
    // The test font for Arabic has no brackets; those of the Latin one are drawn, turned.
    List<Cluster> clusters = new Shaper(TestFonts.all()).shape("(" + PEACE + ")").clusters();
    List<Cluster> plain = new Shaper(TestFonts.all()).shape("()").clusters();

    assertThat(clusters.get(0).glyphs().get(0).shape())
        .isSameAs(plain.get(1).glyphs().get(0).shape());
  }

  /** Connected areas of letters, from left to right. */
  private static List<Rect> strokes(String text) {
    Image image = Image.create(400, 200, 3);
    CaptionStyle bare = CaptionStyle.MEME.withOutline(0, 0).withShadow(0);
    Caption caption = Caption.in(image.bounds(), text).withStyle(bare);
    TestFonts.painter().draw(image, List.of(caption), List.of());
    boolean[] seen = new boolean[400 * 200];
    List<Rect> strokes = new ArrayList<>();
    for (int i = 0; i < seen.length; i++) {
      if (!seen[i] && image.sample(i % 400, i / 400, 0) > 127) {
        strokes.add(stroke(image, i, seen));
      }
    }
    strokes.sort(Comparator.comparing(Rect::x));
    return strokes;
  }

  private static Rect stroke(Image image, int start, boolean[] seen) {
    Rect area = new Rect(start % 400, start / 400, 1, 1);
    Deque<Integer> open = new ArrayDeque<>(List.of(start));
    seen[start] = true;
    while (!open.isEmpty()) {
      int at = open.pop();
      area = area.union(new Rect(at % 400, at / 400, 1, 1));
      for (int step : new int[] {-1, 1, -400, 400}) {
        int next = at + step;
        if (next >= 0
            && next < seen.length
            && !seen[next]
            && image.sample(next % 400, next / 400, 0) > 127) {
          seen[next] = true;
          open.push(next);
        }
      }
    }
    return area;
  }
}
