/**
 * Memes and stickers: captions on pictures, files for platforms, marks that say how a picture was
 * made. Takes pictures, animations and areas, and knows no faces.
 *
 * <p>Text is shaped and drawn without AWT's fonts, which need fontconfig and installed fonts even
 * for a font file of one's own: outlines are read by fontbox and filled as plain paths, so a
 * headless machine without any font draws the same pixels as any other.
 */
@NullMarked
package io.github.mien.meme;

import org.jspecify.annotations.NullMarked;
