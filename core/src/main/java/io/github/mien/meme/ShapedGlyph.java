package io.github.mien.meme;

/**
 * A glyph, and the graphemes that it stands for.
 *
 * @param glyph number in its font
 * @param first index of its first grapheme
 * @param last index of its last grapheme, not before the first
 * @param mark whether it is drawn over the glyph before it
 */
record ShapedGlyph(int glyph, int first, int last, boolean mark) {}
