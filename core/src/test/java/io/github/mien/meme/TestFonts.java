package io.github.mien.meme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Small fonts that {@code fonts/make_fonts.py} makes, with the characters that the tests write. */
final class TestFonts {
  static final FontFile LATIN = font("latin", false);
  static final FontFile CJK = font("cjk", false);
  static final FontFile KOREAN = font("korean", false);
  static final FontFile ARABIC = font("arabic", false, UnicodeScript.ARABIC);
  static final FontFile EMOJI = font("emoji", true);

  private static final CaptionFonts ALL =
      CaptionFonts.of(List.of(LATIN, CJK, KOREAN, ARABIC, EMOJI));

  private TestFonts() {}

  static CaptionFonts all() {
    return ALL;
  }

  static CaptionPainter painter() {
    return new CaptionPainter(ALL);
  }

  private static FontFile font(String name, boolean emoji, UnicodeScript... scripts) {
    return new FontFile(name, Set.of(scripts), emoji, () -> open(name + ".ttf"));
  }

  private static InputStream open(String name) {
    return Objects.requireNonNull(TestFonts.class.getResourceAsStream(name));
  }

  static byte[] bytes(FontFile font) {
    return bytes(font.name() + ".ttf");
  }

  static byte[] bytes(String file) {
    try (InputStream stream = open(file)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
