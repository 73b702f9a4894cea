package io.github.mien.cli;

import io.github.mien.Target;
import io.github.mien.face.Box;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.Rect;
import java.util.ArrayList;
import java.util.List;

/** One face again and again, cut out of its photo, with a name below each. */
final class PresetSheet {
  private static final int PAPER = 0xffffff;
  private static final int INK = 0x303438;
  private static final int COLUMNS = 6;
  private static final int SIDE = 240;
  private static final int GAP = 8;
  private static final int LETTERS = 16;

  /** Side of the cut-out in units of the face's height. */
  private static final double MARGIN = 1.5;

  private record Cell(String name, Image picture) {}

  private final Rect cutOut;
  private final Rect place;
  private final List<Cell> cells = new ArrayList<>();

  /**
   * @param face drawn first as it is
   */
  PresetSheet(Target face) {
    Box box = face.face().face().landmarks().bounds();
    double side = MARGIN * Math.max(box.width(), box.height());
    int left = (int) Math.round((box.x0() + box.x1() - side) / 2);
    int top = (int) Math.round((box.y0() + box.y1() - 1.08 * side) / 2);
    Rect whole = new Rect(left, top, (int) side, (int) side);
    cutOut = whole.intersection(face.image().bounds());
    double scale = SIDE / side;
    place =
        new Rect(
            (int) ((cutOut.x() - left) * scale),
            (int) ((cutOut.y() - top) * scale),
            Math.max(1, (int) (cutOut.width() * scale)),
            Math.max(1, (int) (cutOut.height() * scale)));
    add("as it is", face.image());
  }

  void add(String name, Image picture) {
    Image small = Image.create(place.width(), place.height(), picture.channels());
    ImageKernels.java().resize(picture.view(cutOut), small);
    cells.add(new Cell(name, small));
  }

  Image image() {
    int rows = (cells.size() + COLUMNS - 1) / COLUMNS;
    int height = SIDE + LETTERS + GAP;
    int width = SIDE + GAP;
    int channels = cells.get(0).picture.channels();
    Image sheet = Image.create(COLUMNS * width + GAP, rows * (height + GAP) + GAP, channels);
    Canvas canvas = new Canvas(sheet, Lettering.load());
    canvas.fill(sheet.bounds(), PAPER, 1);
    for (int i = 0; i < cells.size(); i++) {
      int x = GAP + i % COLUMNS * width;
      int y = GAP + i / COLUMNS * (height + GAP);
      Rect picture = new Rect(x + place.x(), y + place.y(), place.width(), place.height());
      ImageKernels.java().resize(cells.get(i).picture, sheet.view(picture));
      Rect caption = new Rect(x, y + SIDE, SIDE, LETTERS + GAP);
      canvas.centred(cells.get(i).name, caption, LETTERS, INK);
    }
    return sheet;
  }
}
