package io.github.mien.meme;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Which form of an Arabic letter stands where: a letter joins its neighbours in the word if both
 * can. What a letter can is read from the presentation forms that Unicode has for it.
 *
 * @see <a href="https://www.unicode.org/versions/Unicode16.0.0/core-spec/chapter-9/">The Unicode
 *     Standard, 9.2, Cursive Joining</a>
 */
final class ArabicJoining {
  private static final int ZERO_WIDTH_JOINER = 0x200d;
  private static final int TATWEEL = 0x640;
  private static final Map<String, Map<Form, Integer>> FORMS = presentationForms();

  private ArabicJoining() {}

  /** Where a letter stands in its word, with OpenType's tag for its form. */
  enum Form {
    ISOLATED("isol"),
    FINAL("fina"),
    INITIAL("init"),
    MEDIAL("medi");

    private final String tag;

    Form(String tag) {
      this.tag = tag;
    }

    String tag() {
      return tag;
    }

    static Form of(boolean joinsBefore, boolean joinsAfter) {
      if (joinsBefore) {
        return joinsAfter ? MEDIAL : FINAL;
      }
      return joinsAfter ? INITIAL : ISOLATED;
    }
  }

  /**
   * The form of each letter.
   *
   * @param text in the order of reading
   * @return by index of char; what is no Arabic letter is isolated
   */
  static Form[] forms(String text) {
    Form[] forms = new Form[text.length()];
    int before = -1;
    boolean joinsBefore = false;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int letter = text.codePointAt(i);
      forms[i] = Form.ISOLATED;
      if (isTransparent(letter)) {
        continue;
      }
      boolean joined = before >= 0 && joinsNext(text.codePointAt(before)) && joinsPrevious(letter);
      if (before >= 0) {
        forms[before] = Form.of(joinsBefore, joined);
      }
      before = i;
      joinsBefore = joined;
    }
    if (before >= 0) {
      forms[before] = Form.of(joinsBefore, false);
    }
    return forms;
  }

  /**
   * The character for a form of some letters, for fonts that have these instead of substitutions.
   *
   * @param letters one letter, or lam and alef
   * @return -1 if there is none
   */
  static int presentation(String letters, Form form) {
    return FORMS.getOrDefault(letters, Map.of()).getOrDefault(form, -1);
  }

  private static boolean joinsNext(int letter) {
    return isJoiner(letter) || isArabicLetter(letter) && joinsBoth(letter);
  }

  private static boolean joinsPrevious(int letter) {
    return isJoiner(letter)
        || isArabicLetter(letter) && (joinsBoth(letter) || has(letter, Form.FINAL));
  }

  /** Letters without presentation forms are later additions, most of which join on both sides. */
  private static boolean joinsBoth(int letter) {
    return has(letter, Form.INITIAL) || !FORMS.containsKey(Character.toString(letter));
  }

  private static boolean has(int letter, Form form) {
    return presentation(Character.toString(letter), form) >= 0;
  }

  private static boolean isJoiner(int character) {
    return character == TATWEEL || character == ZERO_WIDTH_JOINER;
  }

  private static boolean isArabicLetter(int character) {
    return Character.getType(character) == Character.OTHER_LETTER
        && Character.UnicodeScript.of(character) == Character.UnicodeScript.ARABIC;
  }

  private static boolean isTransparent(int character) {
    return Character.getType(character) == Character.NON_SPACING_MARK;
  }

  private static Map<String, Map<Form, Integer>> presentationForms() {
    Map<String, Map<Form, Integer>> forms = new HashMap<>();
    for (int form = 0xfb50; form <= 0xfefc; form++) {
      String name = Character.getName(form);
      if (name == null || !name.startsWith("ARABIC L")) {
        continue;
      }
      String letters = Normalizer.normalize(Character.toString(form), Normalizer.Form.NFKC);
      for (Form position : Form.values()) {
        if (name.endsWith(" " + position.name() + " FORM")) {
          forms.computeIfAbsent(letters, l -> new EnumMap<>(Form.class)).put(position, form);
        }
      }
    }
    return forms;
  }
}
