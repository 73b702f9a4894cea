package io.github.mien.meme;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.model.GsubData;
import org.apache.fontbox.ttf.model.ScriptFeature;

/** The substitutions of a font for one script: a glyph or a sequence of glyphs becomes another. */
final class Substitutions {
  static final Substitutions NONE = new Substitutions(GsubData.NO_DATA_FOUND);

  private final GsubData data;
  private final Map<String, Map<Integer, List<Ligature>>> ligatures = new HashMap<>();

  Substitutions(GsubData data) {
    this.data = data;
  }

  private record Ligature(List<Integer> parts, int glyph) {}

  /** Whether the font has a feature, by its OpenType tag. */
  boolean has(String feature) {
    return data != GsubData.NO_DATA_FOUND && data.isFeatureSupported(feature);
  }

  /** The glyph that takes a glyph's place, or the same. */
  int single(String feature, int glyph) {
    if (!has(feature)) {
      return glyph;
    }
    ScriptFeature substitution = data.getFeature(feature);
    List<Integer> key = List.of(glyph);
    return substitution.canReplaceGlyphs(key) ? substitution.getReplacementForGlyphs(key) : glyph;
  }

  /**
   * Replaces sequences from left to right, the longest first.
   *
   * @param glyphs modified: what was replaced becomes one glyph with all characters of its parts
   */
  void ligate(String feature, List<ShapedGlyph> glyphs) {
    Map<Integer, List<Ligature>> known = ligatures(feature);
    if (known.isEmpty()) {
      return;
    }
    for (int i = 0; i < glyphs.size(); i++) {
      for (Ligature ligature : known.getOrDefault(glyphs.get(i).glyph(), List.of())) {
        int end = i + ligature.parts().size();
        if (end <= glyphs.size() && matches(ligature.parts(), glyphs, i)) {
          ShapedGlyph whole =
              new ShapedGlyph(
                  ligature.glyph(),
                  glyphs.get(i).first(),
                  glyphs.get(end - 1).last(),
                  glyphs.get(i).mark());
          glyphs.subList(i + 1, end).clear();
          glyphs.set(i, whole);
          break;
        }
      }
    }
  }

  private static boolean matches(List<Integer> parts, List<ShapedGlyph> glyphs, int from) {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) != glyphs.get(from + i).glyph()) {
        return false;
      }
    }
    return true;
  }

  private synchronized Map<Integer, List<Ligature>> ligatures(String feature) {
    return ligatures.computeIfAbsent(feature, this::byFirstGlyph);
  }

  private Map<Integer, List<Ligature>> byFirstGlyph(String feature) {
    Map<Integer, List<Ligature>> found = new HashMap<>();
    if (!has(feature)) {
      return found;
    }
    ScriptFeature substitution = data.getFeature(feature);
    for (List<Integer> parts : substitution.getAllGlyphIdsForSubstitution()) {
      if (parts.size() > 1) {
        found
            .computeIfAbsent(parts.get(0), first -> new ArrayList<>())
            .add(new Ligature(parts, substitution.getReplacementForGlyphs(parts)));
      }
    }
    Comparator<Ligature> longestFirst = Comparator.comparing(l -> -l.parts().size());
    found.values().forEach(list -> list.sort(longestFirst));
    return found;
  }
}
