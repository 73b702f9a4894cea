package io.github.mien.meme;

import java.util.List;

/**
 * Fonts that come in a jar. Implementations are found by {@link java.util.ServiceLoader}; {@code
 * io.github.mien:mien-fonts} is one.
 */
public interface FontPack {
  /** The fonts, the first with a character being the one that draws it. Opens none of them. */
  List<FontFile> fonts();
}
