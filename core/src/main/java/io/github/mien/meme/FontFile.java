package io.github.mien.meme;

import java.io.IOException;
import java.io.InputStream;
import java.lang.Character.UnicodeScript;
import java.util.Objects;
import java.util.Set;

/**
 * A font file that is read when a caption first needs it.
 *
 * @param name what messages call it
 * @param scripts writing systems that this font is made for: where one of them occurs in a caption,
 *     the font is asked before others that have the same characters. So kana make all ideographs of
 *     a caption Japanese ones. Empty: asked in its turn
 * @param emoji whether it is asked first for pictographs
 * @param source the bytes, TrueType or OpenType
 */
public record FontFile(String name, Set<UnicodeScript> scripts, boolean emoji, Source source) {

  /** Copies the scripts. */
  public FontFile {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(source, "source");
    scripts = Set.copyOf(scripts);
  }

  /** Where the bytes come from. */
  @FunctionalInterface
  public interface Source {
    /** A new stream; the caller closes it. */
    InputStream open() throws IOException;
  }
}
