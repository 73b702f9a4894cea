package io.github.mien.tile;

import io.github.mien.image.Image;

/** What the network sees of a picture for one tile. */
public final class SurroundedTile {
  private SurroundedTile() {}

  /** A copy, RGB, pixels beyond the picture's border repeated. */
  public static Image cut(Image image, Tiling.Span columns, Tiling.Span rows) {
    Image tile = Image.create(columns.extent(), rows.extent(), 3);
    byte[] data = image.data();
    byte[] out = tile.data();
    for (int y = 0, o = 0; y < tile.height(); y++) {
      int row = clamp(rows.seen() + y, image.height());
      for (int x = 0; x < tile.width(); x++, o += 3) {
        int in = image.index(clamp(columns.seen() + x, image.width()), row);
        out[o] = data[in];
        out[o + 1] = data[in + 1];
        out[o + 2] = data[in + 2];
      }
    }
    return tile;
  }

  private static int clamp(int at, int size) {
    return Math.max(0, Math.min(size - 1, at));
  }
}
