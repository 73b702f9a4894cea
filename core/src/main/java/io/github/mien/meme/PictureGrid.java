package io.github.mien.meme;

import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.Rect;
import java.util.Arrays;
import java.util.List;

/** Square pictures side by side on white, row by row. */
public final class PictureGrid {
  private static final int GAP = 8;

  private PictureGrid() {}

  /**
   * Draws the sheet.
   *
   * @param pictures square, none with transparency; not modified
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
      ImageKernels.java().resize(pictures.get(i), sheet.view(new Rect(x, y, side, side)));
    }
    return sheet;
  }
}
