package io.github.mien.meme;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What a reader takes for one character: a letter with its marks, an emoji sequence.
 *
 * @param text its chars
 * @param start index of the first
 */
record Grapheme(String text, int start) {
  private static final Pattern ONE = Pattern.compile("\\X");
  private static final int ZERO_WIDTH_JOINER = 0x200d;
  private static final int EMOJI_PRESENTATION = 0xfe0f;
  private static final int TEXT_PRESENTATION = 0xfe0e;
  private static final int KEYCAP = 0x20e3;

  static List<Grapheme> of(String text) {
    List<Grapheme> graphemes = new ArrayList<>();
    Matcher each = ONE.matcher(text);
    while (each.find()) {
      graphemes.add(new Grapheme(each.group(), each.start()));
    }
    return graphemes;
  }

  int end() {
    return start + text.length();
  }

  boolean isSpace() {
    int first = text.codePointAt(0);
    return Character.isSpaceChar(first) || Character.isWhitespace(first);
  }

  boolean isInvisible() {
    return visible().findAny().isEmpty();
  }

  /** The characters that a font must have; joiners, selectors and controls are none of them. */
  IntStream visible() {
    return text.codePoints().filter(c -> !isIgnorable(c));
  }

  boolean isEmoji() {
    if (text.indexOf(TEXT_PRESENTATION) >= 0) {
      return false;
    }
    int first = text.codePointAt(0);
    return first >= 0x1f000 && first < 0x20000
        || text.indexOf(EMOJI_PRESENTATION) >= 0
        || text.indexOf(KEYCAP) >= 0
        || text.indexOf(ZERO_WIDTH_JOINER) >= 0 && isSymbol(first)
        || isPresentedAsEmoji(first);
  }

  private static boolean isSymbol(int character) {
    return Character.getType(character) == Character.OTHER_SYMBOL;
  }

  /** Older symbols that are pictographs unless text presentation is asked for, or nearly always. */
  private static boolean isPresentedAsEmoji(int character) {
    return character >= 0x2600 && character <= 0x27bf && isSymbol(character)
        || character == 0x231a
        || character == 0x231b
        || character >= 0x23e9 && character <= 0x23f3
        || character == 0x2b50
        || character == 0x2b55;
  }

  private static boolean isIgnorable(int character) {
    int type = Character.getType(character);
    return type == Character.FORMAT
        || type == Character.CONTROL
        || character >= 0xfe00 && character <= 0xfe0f
        || character >= 0xe0000 && character <= 0xe0fff;
  }
}
