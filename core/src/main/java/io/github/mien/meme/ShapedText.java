package io.github.mien.meme;

import java.util.List;

/**
 * A paragraph as glyphs, not yet in lines.
 *
 * @param text composed (NFC); indices refer to it
 * @param clusters in the order of reading; cover the whole text
 * @param missing graphemes that no font has; not drawn
 */
record ShapedText(String text, List<Cluster> clusters, List<String> missing) {}
