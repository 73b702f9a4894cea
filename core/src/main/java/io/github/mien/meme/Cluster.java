package io.github.mien.meme;

import java.util.List;

/**
 * What is drawn as one: a letter with its marks, a ligature, a pictograph. Lengths in em.
 *
 * @param start index of its first char
 * @param end index after its last char
 * @param level of bidirectional text, odd from right to left
 * @param advance how far it moves the pen
 * @param glyphs what is drawn, in order; empty for spaces and what no font has
 */
record Cluster(int start, int end, byte level, double advance, List<PlacedGlyph> glyphs) {

  /**
   * A glyph of a cluster.
   *
   * @param shape its look
   * @param x of its origin, from the cluster's left
   * @param y of its origin, from the baseline down
   */
  record PlacedGlyph(GlyphShape shape, double x, double y) {}

  /** The same, further from what follows. */
  Cluster widened(double by) {
    return new Cluster(start, end, level, advance + by, glyphs);
  }
}
