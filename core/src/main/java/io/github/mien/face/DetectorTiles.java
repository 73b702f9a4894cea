package io.github.mien.face;

import io.github.mien.image.Rect;
import java.util.ArrayList;
import java.util.List;

/**
 * Tiles of a picture for a detector. They overlap by as much as the largest face that is looked for
 * in them, so each such face is whole in one of them.
 */
final class DetectorTiles {
  /** Pixels on a side of a tile in the network's input. */
  private static final int SIDE = 640;

  /** Pixels of the input that neighbours share. */
  private static final int OVERLAP = 128;

  private DetectorTiles() {}

  /**
   * @param scale pixels of the input per pixel of the picture
   */
  static List<Rect> of(Rect picture, double scale) {
    int side = (int) Math.floor(SIDE / scale);
    int overlap = (int) Math.ceil(OVERLAP / scale);
    int width = Math.min(side, picture.width());
    int height = Math.min(side, picture.height());
    List<Rect> tiles = new ArrayList<>();
    for (int y : starts(picture.height(), height, overlap)) {
      for (int x : starts(picture.width(), width, overlap)) {
        tiles.add(new Rect(x, y, width, height));
      }
    }
    return tiles;
  }

  /** Where tiles start that cover an extent evenly. */
  private static int[] starts(int extent, int tile, int overlap) {
    int count = 1 + (int) Math.ceil((double) (extent - tile) / (tile - overlap));
    int[] starts = new int[count];
    for (int i = 1; i < count; i++) {
      starts[i] = (int) ((long) i * (extent - tile) / (count - 1));
    }
    return starts;
  }

  /** Whether a face found in a tile is neither too large for the overlap nor cut by its border. */
  static boolean isWhole(Box face, Rect tile, Rect picture, double scale) {
    return Math.max(face.width(), face.height()) * scale <= OVERLAP
        && (tile.x() == picture.x() || face.x0() >= tile.x())
        && (tile.y() == picture.y() || face.y0() >= tile.y())
        && (tile.right() == picture.right() || face.x1() < tile.right())
        && (tile.bottom() == picture.bottom() || face.y1() < tile.bottom());
  }
}
