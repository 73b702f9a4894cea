package io.github.mien.image.io;

import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import java.util.Arrays;

/**
 * A picture in the colours of a palette, with what a viewer already sees of it: pixels that stay
 * are transparent, or whatever number their colour has.
 */
final class IndexedPixels {
  /** Of a pixel that no colour but the wanted one may stand for. */
  static final int NONE = -1;

  private static final int TRANSPARENT = -1;

  private final int width;
  private final int[] wanted;
  private final int[] other;
  private final boolean[] fixed;
  private final int[] seen;

  IndexedPixels(int width, int height) {
    this.width = width;
    this.wanted = new int[width * height];
    this.other = new int[width * height];
    this.fixed = new boolean[width * height];
    this.seen = new int[width * height];
    Arrays.fill(seen, TRANSPARENT);
  }

  /**
   * Finds the numbers of all pixels.
   *
   * @param shown what is to be seen now
   * @param palette its colours; the transparent one follows the last of them
   */
  void index(ShownPicture shown, Palette palette) {
    Image image = shown.image();
    boolean[] changed = shown.changed();
    byte[] data = image.data();
    int transparent = palette.size();
    for (int i = 0, at = 0; i < wanted.length; i++, at += 4) {
      int visible = seen[i] == TRANSPARENT ? transparent : palette.indexOf(seen[i]);
      fixed[i] = !changed[i] || data[at + 3] == 0;
      if (fixed[i]) {
        wanted[i] = transparent;
        other[i] = changed[i] ? NONE : visible;
        continue;
      }
      int rgb = (data[at] & 0xff) << 16 | (data[at + 1] & 0xff) << 8 | data[at + 2] & 0xff;
      wanted[i] = palette.index(rgb, i % width, i / width);
      other[i] = wanted[i] == visible ? transparent : NONE;
    }
  }

  /** The number that shows a pixel. */
  int wanted(int pixel) {
    return wanted[pixel];
  }

  /** Another number that shows the same, or {@link #NONE}. */
  int other(int pixel) {
    return other[pixel];
  }

  /** Whether no colour that is merely near may be written instead. */
  boolean isFixed(int pixel) {
    return fixed[pixel];
  }

  /** Tells which number was written for a pixel. */
  void written(int pixel, int index, Palette palette) {
    if (index < palette.size()) {
      seen[pixel] = palette.color(index);
    }
  }

  /** Tells that the viewer clears an area. */
  void clear(Rect area) {
    for (int y = area.y(); y < area.bottom(); y++) {
      Arrays.fill(seen, y * width + area.x(), y * width + area.right(), TRANSPARENT);
    }
  }
}
