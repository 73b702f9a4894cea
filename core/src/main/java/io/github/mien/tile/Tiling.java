package io.github.mien.tile;

import io.github.mien.image.Image;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * How one side of a picture is divided.
 *
 * @param pixels of the side
 * @param shape of the tiles
 */
public record Tiling(int pixels, TileShape shape) {
  /** Half the width of a seam. */
  public static final int FADE = 8;

  /**
   * A tile along one side, in pixels of the picture that is divided.
   *
   * @param seen first pixel that the network sees, negative beyond the border
   * @param seenEnd behind the last
   * @param own first pixel that is this tile's and no other's
   * @param ownEnd behind the last
   * @param shownEnd behind the last pixel that is painted
   */
  public record Span(int seen, int seenEnd, int own, int ownEnd, int shownEnd) {
    /** Pixels that the network sees. */
    public int extent() {
      return seenEnd - seen;
    }

    /** First pixel that is painted. */
    public int shown() {
      return fades() ? own - FADE : own;
    }

    /** Whether another tile follows. */
    public boolean hasNext() {
      return shownEnd > ownEnd;
    }

    /** Whether a tile before it shows through its first {@code 2 * FADE} pixels. */
    public boolean fades() {
      return own > 0;
    }
  }

  /**
   * All tiles of a picture, row by row from the left, as {@link TileBlend} wants them.
   *
   * @param action takes columns and rows
   */
  public static void forEach(Image image, TileShape shape, BiConsumer<Span, Span> action) {
    new Tiling(image.height(), shape)
        .forEach(rows ->
            new Tiling(image.width(), shape).forEach(columns -> action.accept(columns, rows)));
  }

  /** All tiles of the side from the first pixel on. */
  void forEach(Consumer<Span> action) {
    int end = roundedUp(pixels + shape.border());
    for (int from = 0; from < pixels; from += shape.size()) {
      // What is left of a picture is not worth a tile of its own.
      int to = pixels - from - shape.size() <= FADE ? pixels : from + shape.size();
      action.accept(
          new Span(
              Math.max(-shape.border(), from - shape.context()),
              to == pixels ? end : Math.min(end, to + shape.context()),
              from,
              to,
              Math.min(pixels, to + FADE)));
      if (to == pixels) {
        return;
      }
    }
  }

  private int roundedUp(int side) {
    return (side + shape.multiple() - 1) / shape.multiple() * shape.multiple();
  }
}
