package io.github.mien.fonts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import io.github.mien.meme.Caption;
import io.github.mien.meme.CaptionFonts;
import io.github.mien.meme.CaptionPainter;
import io.github.mien.meme.CaptionStyle;
import io.github.mien.meme.DrawnCaption;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write is there. */
class BundledFontsTest {
  private static final CaptionFonts FONTS = CaptionFonts.discover();
  private static final int MOST = 500;

  private static DrawnCaption draw(String text) {
    Image image = Image.create(320, 320, 3);
    CaptionStyle style = CaptionStyle.MEME.withUpperCase(false).withOutline(0, 0).withShadow(0);
    Caption caption = Caption.in(image.bounds(), text).withStyle(style);
    return new CaptionPainter(FONTS).draw(image, List.of(caption), List.of()).get(0);
  }

  private static void assertHas(int... characters) {
    for (int from = 0; from < characters.length; from += MOST) {
      int[] part = IntStream.of(characters).skip(from).limit(MOST).toArray();
      assertThat(draw(new String(part, 0, part.length)).missing()).isEmpty();
    }
  }

  /** The characters of two bytes that a charset has. */
  private static int[] doubleBytes(String charset, int firstLead, int lastLead) {
    Charset decoder = Charset.forName(charset);
    return IntStream.rangeClosed(firstLead, lastLead)
        .boxed()
        .flatMap(lead ->
            IntStream.rangeClosed(0xa1, 0xfe)
                .mapToObj(trail -> new byte[] {lead.byteValue(), (byte) trail}))
        .map(bytes -> new String(bytes, decoder))
        .filter(text -> text.codePointCount(0, text.length()) == 1)
        .mapToInt(text -> text.codePointAt(0))
        .filter(c -> c != 0xfffd)
        .toArray();
  }

  @Test
  void latinGreekAndCyrillic() {
    assertHas(IntStream.rangeClosed(0x21, 0x7e).toArray());
    assertHas(IntStream.rangeClosed(0xc0, 0x17f).toArray());
    assertHas(IntStream.rangeClosed(0x391, 0x3a1).toArray());
    assertHas(IntStream.rangeClosed(0x400, 0x45f).toArray());
  }

  @Test
  void theIdeographsOfChinaTaiwanAndJapan() {
    assertHas(doubleBytes("GB2312", 0xb0, 0xf7));
    assertHas(doubleBytes("Big5", 0xa4, 0xc6));
    assertHas(doubleBytes("EUC-JP", 0xb0, 0xf4));
  }

  @Test
  void kanaHangulAndArabic() {
    assertHas(IntStream.rangeClosed(0x3041, 0x3096).toArray());
    assertHas(IntStream.rangeClosed(0x30a1, 0x30fa).toArray());
    assertHas(doubleBytes("EUC-KR", 0xb0, 0xc8));
    assertHas(
        "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةى٠١٢٣٤٥٦٧٨٩،؛؟پچژگکیٹڈڑےھ".codePoints().toArray());
  }

  @Test
  void emoji() {
    String text =
        IntStream.concat(IntStream.rangeClosed(0x1f600, 0x1f64f), IntStream.of(0x1f525, 0x1f4af))
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    assertThat(draw(text + "❤️👍🏽👨‍💻👩‍👩‍👧🤷‍♀️1️⃣✨☠️").missing()).isEmpty();
  }

  /** The Chinese and the Japanese form of an ideograph with one code differ. */
  @Test
  void kanaMakeIdeographsJapanese() {
    assertThat(left("直直のの")).isNotEqualTo(left("直直直直"));
  }

  private static byte[] left(String text) {
    Image image = image(text);
    return image.view(new Rect(0, 0, 200, 100)).copy().data();
  }

  private static Image image(String text) {
    Image image = Image.create(400, 100, 3);
    Caption caption = Caption.in(image.bounds(), text);
    new CaptionPainter(FONTS).draw(image, List.of(caption), List.of());
    return image;
  }

  @ParameterizedTest
  @ValueSource(strings = {"OFL.txt", "MIT-fluent-emoji.txt"})
  void theLicencesAreInTheJar(String name) throws IOException {
    try (InputStream licence = BundledFonts.class.getResourceAsStream(name)) {
      assertThat(licence).isNotNull();
      assertThat(new String(licence.readAllBytes(), StandardCharsets.UTF_8))
          .containsIgnoringCase("copyright");
    }
  }
}
