package io.github.mien.cli;

import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.Rect;
import java.util.List;

/** Pictures in rows, with a caption above each column. */
final class ContactSheet {
  private static final int PAPER = 0xffffff;
  private static final int INK = 0x303438;
  private static final int SIDE = 400;
  private static final int GAP = 12;
  private static final int LETTERS = 22;

  private ContactSheet() {}

  /**
   * @param pictures row by row, square, without alpha
   * @param captions one for each column
   */
  static Image of(List<Image> pictures, List<String> captions) {
    int columns = captions.size();
    int rows = pictures.size() / columns;
    int top = LETTERS + 2 * GAP;
    Image sheet = Image.create(columns * (SIDE + GAP) + GAP, top + rows * (SIDE + GAP), 3);
    Canvas canvas = new Canvas(sheet, Lettering.load());
    canvas.fill(sheet.bounds(), PAPER, 1);
    for (int column = 0; column < columns; column++) {
      int x = GAP + column * (SIDE + GAP);
      canvas.centred(captions.get(column), new Rect(x, 0, SIDE, top), LETTERS, INK);
      for (int row = 0; row < rows; row++) {
        Rect cell = new Rect(x, top + row * (SIDE + GAP), SIDE, SIDE);
        ImageKernels.java().resize(pictures.get(row * columns + column), sheet.view(cell));
      }
    }
    return sheet;
  }
}
