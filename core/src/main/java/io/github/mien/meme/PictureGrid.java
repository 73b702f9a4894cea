package io.github.mien.meme;

import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.Rect;
import java.util.Arrays;
import java.util.List;

/** Square pictures side by side on white, row by row. */
public final class PictureGrid {
  private static final int GAP = 8;

  /** Behind what is transparent: neither white lines nor black letters get lost on it. */
  private static final int[] GROUND = {200, 220, 235};

  private PictureGrid() {}

  /**
   * Draws the sheet.
   *
   * @param pictures square; not modified. Transparent ones are shown on light blue
   * @param columns how many stand side by side
   * @param side of each in the sheet, in pixels
   */
  public static Image of(List<Image> pictures, int columns, int side) {
    int rows = (pictures.size() + columns - 1) / columns;
    Image sheet = Image.create(columns * (side + GAP) + GAP, rows * (side + GAP) + GAP, 3);
    Arrays.fill(sheet.data(), (byte) 255);
    for (int i = 0; i < pictures.size(); i++) {
      int x = GAP + i % columns * (side + GAP);
      int y = GAP + i / columns * (side + GAP);
      ImageKernels.java().resize(opaque(pictures.get(i)), sheet.view(new Rect(x, y, side, side)));
    }
    return sheet;
  }

  private static Image opaque(Image picture) {
    if (!picture.hasAlpha()) {
      return picture;
    }
    Image opaque = Image.create(picture.width(), picture.height(), 3);
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        int in = picture.index(x, y);
        int out = opaque.index(x, y);
        int alpha = picture.data()[in + 3] & 0xff;
        for (int c = 0; c < 3; c++) {
          int level = alpha * (picture.data()[in + c] & 0xff) + (255 - alpha) * GROUND[c];
          opaque.data()[out + c] = (byte) Math.round(level / 255f);
        }
      }
    }
    return opaque;
  }
}
