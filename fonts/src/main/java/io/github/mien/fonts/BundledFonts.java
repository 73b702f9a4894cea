package io.github.mien.fonts;

import io.github.mien.meme.FontFile;
import io.github.mien.meme.FontPack;
import java.io.IOException;
import java.io.InputStream;
import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Set;

/**
 * Heavy faces for memes: Anton (Latin), Oswald Bold (Cyrillic), Noto Sans SC, JP and KR Black
 * (Chinese, Japanese, Korean; Greek), Lalezar (Arabic, Persian, Urdu), and Microsoft's Fluent Emoji
 * in flat colours. {@code make_fonts.py} of this module makes the files.
 */
public final class BundledFonts implements FontPack {

  /** For {@link java.util.ServiceLoader}. */
  public BundledFonts() {}

  @Override
  public List<FontFile> fonts() {
    return List.of(
        font("anton", false),
        font("oswald", false, UnicodeScript.CYRILLIC),
        font("noto-sans-sc", false),
        font("noto-sans-jp", false, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA),
        font("noto-sans-kr", false),
        font("lalezar", false, UnicodeScript.ARABIC),
        font("emoji", true));
  }

  private static FontFile font(String name, boolean emoji, UnicodeScript... scripts) {
    return new FontFile("mien-fonts/" + name, Set.of(scripts), emoji, () -> open(name + ".ttf"));
  }

  private static InputStream open(String resource) throws IOException {
    InputStream stream = BundledFonts.class.getResourceAsStream(resource);
    if (stream == null) {
      throw new IOException("mien-fonts lacks " + resource + "; take the jar as it was published");
    }
    return stream;
  }
}
