package io.github.mien.meme;

import java.lang.Character.UnicodeScript;
import java.text.BreakIterator;
import java.util.Arrays;
import java.util.Locale;

/**
 * Where a line may end. Words of alphabets stay whole; between ideographs and kana a line may end
 * anywhere but before what may not start it and after what may not end it; Hangul breaks between
 * words, and within them only where that is worth it.
 *
 * @see <a href="https://www.w3.org/TR/jlreq/#line_breaking_rules">Requirements for Japanese Text
 *     Layout, 3.1.7 and 3.1.8</a>
 * @see <a href="https://www.unicode.org/reports/tr14/">Unicode Line Breaking Algorithm</a>
 */
final class LineBreaks {
  /** Closing marks, small kana, sound marks and what else may not start a line. */
  private static final String NOT_FIRST =
      "!%),.:;?]}¢°’”‰′″℃、。々〉》」』】〕〗〙〛〜〞〟〻ぁぃぅぇぉっゃゅょゎゕゖ゛゜ゝゞァィゥェォッャュョヮヵヶ・ーヽヾ"
          + "ㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ！＂％），．：；？］｝～｠｡｣､･…‥—–‼⁇⁈⁉،؛؟»›";

  /** Opening marks and what else may not end a line. */
  private static final String NOT_LAST = "$([{£¥‘“〈《「『【〔〖〘〚〝＄（［｛｟｢￡￥#＃«‹";

  private LineBreaks() {}

  /** How willingly a line ends at a place. */
  enum Strength {
    /** Never, but within a word that fills more than a line. */
    NONE,
    /** Between syllables of Hangul, and after a hyphen. */
    WEAK,
    /** Between words and between ideographs. */
    STRONG
  }

  /**
   * How willingly a line ends before each char.
   *
   * @param text a paragraph
   */
  static Strength[] of(String text) {
    Strength[] strengths = new Strength[text.length() + 1];
    Arrays.fill(strengths, Strength.NONE);
    BreakIterator lines = BreakIterator.getLineInstance(locale(text));
    lines.setText(text);
    int before = -1;
    for (Grapheme grapheme : Grapheme.of(text)) {
      int at = grapheme.start();
      if (before >= 0) {
        strengths[at] = between(before, grapheme, lines.isBoundary(at));
      }
      before = grapheme.text().codePointAt(0);
      if (grapheme.isEmoji()) {
        before = grapheme.text().codePointBefore(grapheme.text().length());
      }
    }
    return strengths;
  }

  /** Thai has no spaces between words; the JDK's dictionary knows them. */
  private static Locale locale(String text) {
    boolean thai = text.codePoints().anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.THAI);
    return thai ? Locale.forLanguageTag("th") : Locale.ROOT;
  }

  private static Strength between(int before, Grapheme next, boolean boundary) {
    int after = next.text().codePointAt(0);
    if (next.isSpace() || NOT_FIRST.indexOf(after) >= 0 || NOT_LAST.indexOf(before) >= 0) {
      return Strength.NONE;
    }
    if (Character.isSpaceChar(before)) {
      return before == 0xa0 || before == 0x202f ? Strength.NONE : Strength.STRONG;
    }
    if (isHangul(before) && isHangul(after)) {
      return Strength.WEAK;
    }
    if (isStraightQuote(before) || isStraightQuote(after)) {
      return boundary ? Strength.STRONG : Strength.NONE;
    }
    if (isIdeographic(before) || isIdeographic(after) || next.isEmoji() || isEmoji(before)) {
      return Strength.STRONG;
    }
    if (!boundary) {
      return Strength.NONE;
    }
    return before == '-' ? Strength.WEAK : Strength.STRONG;
  }

  /** It may open or close. */
  private static boolean isStraightQuote(int character) {
    return character == '"' || character == '\'';
  }

  private static boolean isHangul(int character) {
    return UnicodeScript.of(character) == UnicodeScript.HANGUL;
  }

  private static boolean isEmoji(int character) {
    return character >= 0x1f000 && character < 0x20000 || character == 0xfe0f;
  }

  private static boolean isIdeographic(int character) {
    UnicodeScript script = UnicodeScript.of(character);
    return script == UnicodeScript.HAN
        || script == UnicodeScript.HIRAGANA
        || script == UnicodeScript.KATAKANA
        || script == UnicodeScript.BOPOMOFO
        || character >= 0x3000 && character <= 0x30ff
        || character >= 0xff00 && character <= 0xffef;
  }
}
