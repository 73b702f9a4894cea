package io.github.mien.meme;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * What a glyph looks like, in em.
 *
 * @param outline all that it covers; not modified
 * @param layers outlines with colours of their own, back to front; empty where the glyph is drawn
 *     in the colour of the text
 * @param ink bounds of the outline; empty where nothing is drawn
 */
record GlyphShape(Path2D outline, List<Layer> layers, Rectangle2D ink) {

  /**
   * A part of one colour.
   *
   * @param outline not modified
   * @param argb colour, not premultiplied
   */
  record Layer(Path2D outline, int argb) {}

  /** How far bounds may be off, in em. */
  private static final double TOLERANCE = 1e-4;

  static GlyphShape plain(Path2D outline) {
    return new GlyphShape(outline, List.of(), bounds(outline));
  }

  /** Of the curves themselves on every JDK; before 19, Path2D's own hold their control points. */
  private static Rectangle2D bounds(Path2D outline) {
    Path2D flat = new Path2D.Double();
    flat.append(outline.getPathIterator(null, TOLERANCE), false);
    return flat.getBounds2D();
  }

  boolean isEmpty() {
    return ink.isEmpty();
  }

  /** Collects layers, back to front. */
  static final class Builder {
    private final Path2D all = new Path2D.Double(Path2D.WIND_NON_ZERO);
    private final List<Layer> layers = new ArrayList<>();

    void add(Path2D outline, int argb) {
      all.append(outline, false);
      layers.add(new Layer(outline, argb));
    }

    GlyphShape build() {
      return new GlyphShape(all, List.copyOf(layers), bounds(all));
    }
  }
}
