package io.github.mien.meme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Text is never cut off, has an outline, and keeps off faces where it can. */
class CaptionPainterTest {
  /** Not to be had by mixing black and white. */
  private static final int[] GREEN = {70, 160, 90};

  private static final int WHITE = 255;
  private static final CaptionStyle WITHOUT_SHADOW = CaptionStyle.MEME.withShadow(0);
  private static final List<String> WORDS =
      List.of("a", "meme", "production", "I", "don't", "compiles", "我太难了", "今天不想上班。", "👍", "to");

  private final CaptionPainter painter = TestFonts.painter();

  private static Image green(int width, int height) {
    Image image = Image.create(width, height, 3);
    for (int i = 0; i < image.data().length; i++) {
      image.data()[i] = (byte) GREEN[i % 3];
    }
    return image;
  }

  private static boolean isChanged(Image image, int x, int y) {
    for (int channel = 0; channel < 3; channel++) {
      if (image.sample(x, y, channel) != GREEN[channel]) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWhite(Image image, int x, int y) {
    return image.sample(x, y, 0) == WHITE
        && image.sample(x, y, 1) == WHITE
        && image.sample(x, y, 2) == WHITE;
  }

  /** The smallest rectangle with all pixels that were drawn on. */
  private static Rect drawnArea(Image image) {
    Rect drawn = new Rect(0, 0, 0, 0);
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        if (isChanged(image, x, y)) {
          Rect pixel = new Rect(x, y, 1, 1);
          drawn = drawn.isEmpty() ? pixel : drawn.union(pixel);
        }
      }
    }
    return drawn;
  }

  private static String text(long seed, int words) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(i == 0 ? "" : " ").append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return text.toString();
  }

  private static String letters(String text) {
    return text.replaceAll("\\s", "");
  }

  @Property(tries = 60)
  void allOfATextLiesInsideThePicture(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 40) int words,
      @ForAll @IntRange(min = 60, max = 700) int width,
      @ForAll @IntRange(min = 60, max = 700) int height,
      @ForAll boolean bottom) {
    String text = text(seed, words);
    Image image = green(width, height);
    DrawnCaption drawn;
    try {
      Caption caption = bottom ? Caption.bottom(text) : Caption.top(text);
      drawn = painter.draw(image, List.of(caption), List.of()).get(0);
    } catch (CaptionException tooLong) {
      assertThat(drawnArea(image).isEmpty()).isTrue();
      assertThat(tooLong).hasMessageContaining("does not fit a picture of " + width + " x ");
      return;
    }

    // Nothing at the border: what would reach beyond the picture would be there.
    Rect inside = new Rect(1, 1, width - 2, height - 2);
    assertThat(inside.contains(drawnArea(image))).isTrue();
    assertThat(drawn.area().contains(drawnArea(image))).isTrue();
    assertThat(letters(String.join("", drawn.lines())))
        .isEqualTo(letters(text.toUpperCase(Locale.ROOT)));
    assertThat(drawn.missing()).isEmpty();
  }

  @Property(tries = 40)
  void aTextInABoxStaysInIt(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 12) int words,
      @ForAll @IntRange(min = 40, max = 300) int width,
      @ForAll @IntRange(min = 40, max = 300) int height) {
    Image image = green(320, 320);
    Rect box = new Rect(8, 9, width, height);
    try {
      painter.draw(image, List.of(Caption.in(box, text(seed, words))), List.of());
    } catch (CaptionException tooLong) {
      assertThat(tooLong).hasMessageContaining("its box of " + width + " x " + height);
      assertThat(drawnArea(image).isEmpty()).isTrue();
      return;
    }

    assertThat(box.contains(drawnArea(image))).isTrue();
  }

  @Test
  void aTextFillsItsBox() {
    Image image = green(400, 300);

    painter.draw(image, List.of(Caption.in(new Rect(0, 0, 400, 120), "OK")), List.of());

    assertThat(drawnArea(image).height()).isGreaterThan(110);
  }

  @Property(tries = 40)
  void whatIsToBeKeptClearIsKeptClearWhereThereIsRoom(
      @ForAll @IntRange(min = 0, max = 200) int x,
      @ForAll @IntRange(min = 0, max = 200) int y,
      @ForAll @IntRange(min = 20, max = 300) int width,
      @ForAll @IntRange(min = 20, max = 300) int height) {
    Rect face = new Rect(x, y, width, height);
    boolean room = y >= 100 || y + height <= 300 || x >= 150 || x + width <= 250;
    Assume.that(room);
    Image image = green(400, 400);
    List<Caption> captions = List.of(Caption.top("When it compiles"), Caption.bottom("我太难了"));

    List<DrawnCaption> drawn = painter.draw(image, captions, List.of(face));

    assertThat(drawn.get(0).clear()).isTrue();
    for (DrawnCaption caption : drawn) {
      if (caption.clear()) {
        assertThat(caption.area().intersection(face).isEmpty()).isTrue();
      }
    }
    assertThat(drawn.get(0).area().intersection(drawn.get(1).area()).isEmpty()).isTrue();
  }

  @Test
  void aFaceThatFillsThePictureIsWrittenOn() {
    Image image = green(300, 300);

    DrawnCaption drawn =
        painter.draw(image, List.of(Caption.top("OK")), List.of(new Rect(0, 0, 300, 300))).get(0);

    assertThat(drawn.clear()).isFalse();
    assertThat(drawn.area().bottom()).isLessThan(150);
    assertThat(drawnArea(image).isEmpty()).isFalse();
  }

  @Test
  void anOutlineSeparatesLettersFromThePicture() {
    Image image = green(500, 300);
    painter.draw(
        image,
        List.of(Caption.top("Outline").withStyle(WITHOUT_SHADOW), Caption.bottom("我太难了")),
        List.of());

    int white = 0;
    int black = 0;
    for (int y = 1; y < image.height() - 1; y++) {
      for (int x = 1; x < image.width() - 1; x++) {
        if (isWhite(image, x, y)) {
          white++;
          assertThat(isSurrounded(image, x, y)).as("(%d, %d)", x, y).isTrue();
        }
        black += image.sample(x, y, 0) == 0 ? 1 : 0;
      }
    }
    assertThat(white).isGreaterThan(2000);
    assertThat(black).isGreaterThan(2000);
  }

  private static boolean isSurrounded(Image image, int x, int y) {
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        if (!isChanged(image, x + dx, y + dy)) {
          return false;
        }
      }
    }
    return true;
  }

  @Test
  void aShadowFallsToTheRightAndDown() {
    Image with = green(300, 200);
    Image without = green(300, 200);
    Rect box = new Rect(0, 0, 300, 200);
    CaptionStyle small = CaptionStyle.MEME.withLargest(0.2);
    painter.draw(with, List.of(Caption.top("OK").withStyle(small.withShadow(0.15))), List.of());
    painter.draw(without, List.of(Caption.top("OK").withStyle(small.withShadow(0))), List.of());

    Rect shaded = drawnArea(with);
    Rect plain = drawnArea(without);
    assertThat(shaded.width()).isGreaterThan(plain.width() + 3);
    assertThat(shaded.height()).isGreaterThan(plain.height() + 3);
    assertThat(box.contains(shaded)).isTrue();
  }

  @Test
  void longerTextsHaveSmallerLettersInLinesAboutEquallyLong() {
    Image image = green(500, 500);

    DrawnCaption one = painter.draw(image, List.of(Caption.top("Short")), List.of()).get(0);
    String text = "one two three four five six seven eight nine ten eleven twelve";
    DrawnCaption many = painter.draw(image, List.of(Caption.bottom(text)), List.of()).get(0);

    assertThat(one.lines()).containsExactly("SHORT");
    assertThat(many.size()).isLessThan(one.size());
    assertThat(many.lines()).hasSizeGreaterThan(1);
    int shortest = many.lines().stream().mapToInt(String::length).min().orElseThrow();
    int longest = many.lines().stream().mapToInt(String::length).max().orElseThrow();
    assertThat(shortest).isGreaterThan(longest / 2);
  }

  @Test
  void aTextThatWouldNotBeReadIsRefusedInOneLine() {
    Image image = green(600, 600);

    for (String text : List.of("a".repeat(5000), "word ".repeat(1000), "难".repeat(5000))) {
      assertThatThrownBy(() -> painter.draw(image, List.of(Caption.top(text)), List.of()))
          .isInstanceOf(CaptionException.class)
          .hasMessage(
              "a caption of 5,000 characters fits no picture in letters that can be read; shorten"
                  + " it");
    }
    assertThatThrownBy(
            () -> painter.draw(image, List.of(Caption.top("word ".repeat(300))), List.of()))
        .isInstanceOf(CaptionException.class)
        .hasMessageContaining("1,500 characters does not fit a picture of 600 x 600");
  }

  @Test
  void whereOneCaptionDoesNotFitNoneIsDrawn() {
    Image image = green(300, 300);
    List<Caption> captions = List.of(Caption.top("OK"), Caption.bottom("word ".repeat(300)));

    assertThatThrownBy(() -> painter.draw(image, captions, List.of()))
        .isInstanceOf(CaptionException.class);

    assertThat(drawnArea(image).isEmpty()).isTrue();
  }

  @Test
  void aCharacterThatNoFontHasIsReportedAndLeavesNoBox() {
    Image image = green(400, 200);
    Image without = green(400, 200);

    DrawnCaption drawn =
        painter.draw(image, List.of(Caption.top("OK\u0416 then\ud80c\udc00")), List.of()).get(0);
    painter.draw(without, List.of(Caption.top("OK then")), List.of());

    assertThat(drawn.missing()).containsExactly("\u0416", "\ud80c\udc00");
    assertThat(image.data()).isEqualTo(without.data());
  }

  @Test
  void aCaptionThatNoFontCanDrawChangesNothing() {
    Image image = green(400, 200);

    DrawnCaption drawn = painter.draw(image, List.of(Caption.top("\u0416")), List.of()).get(0);

    assertThat(drawn.area().isEmpty()).isTrue();
    assertThat(drawn.missing()).containsExactly("\u0416");
    assertThat(drawnArea(image).isEmpty()).isTrue();
  }

  @Test
  void emojiAreInColour() {
    Image image = green(300, 300);

    painter.draw(image, List.of(Caption.top("😂")), List.of());

    int yellow = 0;
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        yellow += image.sample(x, y, 0) > 200 && image.sample(x, y, 2) < 100 ? 1 : 0;
      }
    }
    assertThat(yellow).isGreaterThan(300);
  }

  @Test
  void aTransparentPictureStaysTransparentAroundTheLetters() {
    Image sticker = Image.create(300, 300, 4);

    painter.draw(sticker, List.of(Caption.top("OK")), List.of());

    int opaque = 0;
    for (int y = 0; y < 300; y++) {
      for (int x = 0; x < 300; x++) {
        boolean letter = sticker.sample(x, y, 0) == WHITE;
        opaque += letter && sticker.sample(x, y, 3) == WHITE ? 1 : 0;
      }
    }
    assertThat(opaque).isGreaterThan(200);
    assertThat(sticker.sample(150, 299, 3)).isZero();
  }

  @Test
  void aPartOfALargerPictureIsWrittenOnAlone() {
    Image whole = green(400, 400);
    Rect part = new Rect(50, 60, 200, 200);

    painter.draw(whole.view(part), List.of(Caption.top("A part")), List.of());

    assertThat(part.contains(drawnArea(whole))).isTrue();
  }

  @Test
  void aBoxOutsideThePictureIsRefused() {
    Caption outside = Caption.in(new Rect(500, 0, 10, 10), "OK");

    assertThatThrownBy(() -> painter.draw(green(100, 100), List.of(outside), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lies outside the picture of 100 x 100");
  }

  @Test
  void alignmentMovesTheShorterLines() {
    int[] lefts = new int[CaptionStyle.Alignment.values().length];
    for (CaptionStyle.Alignment alignment : CaptionStyle.Alignment.values()) {
      Image image = green(400, 100);
      CaptionStyle style = CaptionStyle.MEME.withAlignment(alignment);
      painter.draw(image, List.of(Caption.top("OK").withStyle(style)), List.of());
      lefts[alignment.ordinal()] = drawnArea(image).x();
    }

    assertThat(lefts).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void stylesOutOfRangeAndEmptyCaptionsAreRefused() {
    assertThatThrownBy(() -> CaptionStyle.MEME.withFill(0x1000000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("fill");
    assertThatThrownBy(() -> CaptionStyle.MEME.withOutline(0, 0.3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("outline is a share of up to 0.2");
    assertThatThrownBy(() -> CaptionStyle.SUBTITLE.withLargest(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Caption.top(" "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("leave an empty one out");
  }
}
