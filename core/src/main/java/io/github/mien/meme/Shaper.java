package io.github.mien.meme;

import io.github.mien.meme.ArabicJoining.Form;
import io.github.mien.meme.Cluster.PlacedGlyph;
import java.awt.geom.Rectangle2D;
import java.lang.Character.UnicodeScript;
import java.text.Bidi;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns text into glyphs: for each grapheme the first font that has it, then the forms and
 * ligatures of that font, marks over their letters, and kerning.
 */
final class Shaper {
  private static final double SPACE = 0.25;
  private static final double MARK_GAP = 0.04;
  private static final Map<Integer, Integer> MIRRORED = mirrored("()[]{}<>«»‹›");

  private final CaptionFonts fonts;

  Shaper(CaptionFonts fonts) {
    this.fonts = fonts;
  }

  /**
   * @param paragraph without line breaks
   */
  ShapedText shape(String paragraph) {
    String text = Normalizer.normalize(paragraph, Normalizer.Form.NFC);
    return text.isEmpty() ? new ShapedText(text, List.of(), List.of()) : new Run(text).shape();
  }

  private static Map<Integer, Integer> mirrored(String pairs) {
    Map<Integer, Integer> mirrored = new HashMap<>();
    for (int i = 0; i < pairs.length(); i += 2) {
      mirrored.put((int) pairs.charAt(i), (int) pairs.charAt(i + 1));
      mirrored.put((int) pairs.charAt(i + 1), (int) pairs.charAt(i));
    }
    return mirrored;
  }

  /** The work on one paragraph. */
  private final class Run {
    private final String text;
    private final List<Grapheme> graphemes;
    private final Bidi bidi;
    private final Form[] forms;
    private final CaptionFonts.Order order;
    private final List<Cluster> clusters = new ArrayList<>();
    private final Set<String> missing = new LinkedHashSet<>();

    Run(String text) {
      this.text = text;
      this.graphemes = Grapheme.of(text);
      this.bidi = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
      this.forms = ArabicJoining.forms(text);
      this.order = fonts.order(scripts(text));
    }

    ShapedText shape() {
      List<@Nullable Typeface> faces = new ArrayList<>();
      for (Grapheme grapheme : graphemes) {
        faces.add(face(grapheme));
      }
      for (int first = 0; first < graphemes.size(); ) {
        int end = first + 1;
        while (end < graphemes.size() && together(faces, first, end)) {
          end++;
        }
        Typeface face = faces.get(first);
        if (face == null) {
          blank(first, end);
        } else {
          draw(face, first, end);
        }
        first = end;
      }
      return new ShapedText(text, List.copyOf(clusters), List.copyOf(missing));
    }

    private boolean together(List<@Nullable Typeface> faces, int first, int next) {
      return faces.get(first) == faces.get(next)
          && faces.get(first) != null
          && level(first) == level(next);
    }

    private byte level(int grapheme) {
      return (byte) bidi.getLevelAt(graphemes.get(grapheme).start());
    }

    /** Null for spaces, for what is never seen, and for what no font has. */
    private @Nullable Typeface face(Grapheme grapheme) {
      if (grapheme.isSpace() || grapheme.isInvisible()) {
        return null;
      }
      for (Typeface face : grapheme.isEmoji() ? order.emojiFirst() : order.textFirst()) {
        if (grapheme.visible().allMatch(c -> face.glyph(c) != 0)) {
          return face;
        }
      }
      missing.add(grapheme.text());
      return null;
    }

    private void blank(int first, int end) {
      for (int i = first; i < end; i++) {
        Grapheme grapheme = graphemes.get(i);
        double advance = grapheme.isSpace() ? SPACE : 0;
        clusters.add(new Cluster(grapheme.start(), grapheme.end(), level(i), advance, List.of()));
      }
    }

    private void draw(Typeface face, int first, int end) {
      boolean rightToLeft = (level(first) & 1) == 1;
      List<ShapedGlyph> glyphs = glyphs(face, first, end, rightToLeft);
      int from = clusters.size();
      int kernFrom = -1;
      for (int i = 0; i < glyphs.size(); ) {
        int next = i + 1;
        int last = glyphs.get(i).last();
        while (next < glyphs.size() && glyphs.get(next).first() <= last) {
          last = Math.max(last, glyphs.get(next++).last());
        }
        List<ShapedGlyph> own = glyphs.subList(i, next);
        if (kernFrom >= 0 && !rightToLeft) {
          kern(face, kernFrom, own.get(0).glyph());
        }
        clusters.add(cluster(face, own, last, rightToLeft));
        kernFrom = own.get(own.size() - 1).glyph();
        i = next;
      }
      if (clusters.size() == from) {
        blank(first, end);
      }
    }

    private void kern(Typeface face, int left, int right) {
      int before = clusters.size() - 1;
      clusters.set(before, clusters.get(before).widened(face.kerning(left, right)));
    }

    private List<ShapedGlyph> glyphs(Typeface face, int first, int end, boolean rightToLeft) {
      List<ShapedGlyph> glyphs = new ArrayList<>();
      boolean arabic = false;
      Substitutions arabicForms = face.substitutions("arab", "DFLT");
      for (int i = first; i < end; i++) {
        Grapheme grapheme = graphemes.get(i);
        for (int at = grapheme.start(); at < grapheme.end(); ) {
          int character = text.codePointAt(at);
          int shown = rightToLeft ? MIRRORED.getOrDefault(character, character) : character;
          int glyph = face.glyph(shown);
          if (UnicodeScript.of(character) == UnicodeScript.ARABIC) {
            arabic = true;
            glyph = joined(face, arabicForms, character, glyph, forms[at]);
          }
          // What is not seen is kept where the font has it: ligatures of pictographs name joiners.
          if (glyph != 0) {
            boolean mark = Character.getType(character) == Character.NON_SPACING_MARK;
            glyphs.add(new ShapedGlyph(glyph, i, i, mark));
          }
          at += Character.charCount(character);
        }
      }
      Substitutions substitutions = arabic ? arabicForms : face.substitutions("latn", "DFLT");
      substitutions.ligate("ccmp", glyphs);
      substitutions.ligate("rlig", glyphs);
      substitutions.ligate("liga", glyphs);
      return glyphs;
    }

    private static int joined(
        Typeface face, Substitutions substitutions, int character, int glyph, Form form) {
      if (substitutions.has(Form.INITIAL.tag()) || substitutions.has(Form.FINAL.tag())) {
        return substitutions.single(form.tag(), glyph);
      }
      int presentation = ArabicJoining.presentation(Character.toString(character), form);
      int other = presentation < 0 ? 0 : face.glyph(presentation);
      return other == 0 ? glyph : other;
    }

    private Cluster cluster(
        Typeface face, List<ShapedGlyph> glyphs, int last, boolean rightToLeft) {
      List<PlacedGlyph> placed = new ArrayList<>();
      double pen = 0;
      for (int i = 0; i < glyphs.size(); i++) {
        ShapedGlyph glyph = glyphs.get(rightToLeft ? glyphs.size() - 1 - i : i);
        GlyphShape shape = face.shape(glyph.glyph());
        if (glyph.mark() && rightToLeft) {
          // Drawn over the letter, which comes after it here.
          GlyphShape base = face.shape(glyphs.get(0).glyph());
          placed.add(over(base.ink(), shape));
        } else {
          placed.add(new PlacedGlyph(shape, pen, 0));
          pen += face.advance(glyph.glyph());
        }
      }
      placed.removeIf(glyph -> glyph.shape().isEmpty());
      Grapheme from = graphemes.get(glyphs.get(0).first());
      Grapheme to = graphemes.get(last);
      if (placed.isEmpty()) {
        missing.add(text.substring(from.start(), to.end()));
      }
      return new Cluster(
          from.start(), to.end(), level(glyphs.get(0).first()), pen, List.copyOf(placed));
    }

    /** A mark in the middle, above or below its letter as it was drawn, and clear of it. */
    private static PlacedGlyph over(Rectangle2D letter, GlyphShape mark) {
      Rectangle2D ink = mark.ink();
      double x = letter.getCenterX() - ink.getCenterX();
      boolean above = ink.getCenterY() < letter.getCenterY();
      double y =
          above
              ? Math.min(0, letter.getMinY() - MARK_GAP - ink.getMaxY())
              : Math.max(0, letter.getMaxY() + MARK_GAP - ink.getMinY());
      return new PlacedGlyph(mark, x, y);
    }
  }

  private static Set<UnicodeScript> scripts(String text) {
    Set<UnicodeScript> scripts = new LinkedHashSet<>();
    text.codePoints().forEach(c -> scripts.add(UnicodeScript.of(c)));
    return scripts;
  }
}
