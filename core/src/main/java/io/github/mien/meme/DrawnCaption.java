package io.github.mien.meme;

import io.github.mien.image.Rect;
import java.util.List;

/**
 * Where a caption went.
 *
 * @param area all its pixels, outline and shadow included; inside the picture
 * @param size of the letters (the em of the font) in pixels
 * @param lines the text of each line, in the order of reading
 * @param clear whether it covers none of the areas to keep clear; they leave no room for it if not
 * @param missing characters that no font has, which are not drawn
 */
public record DrawnCaption(
    Rect area, double size, List<String> lines, boolean clear, List<String> missing) {

  /** Copies the lists. */
  public DrawnCaption {
    lines = List.copyOf(lines);
    missing = List.copyOf(missing);
  }
}
