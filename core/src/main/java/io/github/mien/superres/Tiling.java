package io.github.mien.superres;

import java.util.function.Consumer;

/**
 * How one side of a picture is divided. Neighbours share {@code 2 * FADE} pixels, over which one
 * fades into the other; beyond what it shows, each tile sees as much of the picture as the network
 * looks around, so that neighbours agree where they meet.
 *
 * @param size pixels of the side
 * @param tile pixels from one seam to the next
 */
record Tiling(int size, int tile) {
  /** Half the width of a seam. */
  static final int FADE = 8;

  /** What a tile sees beyond a seam; Mien's own network looks 12 pixels around. */
  static final int CONTEXT = FADE + 12;

  /** What a tile sees beyond the picture's border: its last pixels repeated. */
  static final int BORDER = 8;

  /** Some networks fold pixels into channels first and need sides that are multiples of this. */
  static final int MULTIPLE = 4;

  /** Seams do not overlap. */
  static final int LEAST = 4 * FADE;

  static void check(int tile) {
    if (tile < LEAST || tile % MULTIPLE != 0) {
      throw new IllegalArgumentException(
          "a tile has %d pixels or more on a side, a multiple of %d, not %d"
              .formatted(LEAST, MULTIPLE, tile));
    }
  }

  /**
   * A tile along one side, in pixels of the small picture.
   *
   * @param seen first pixel that the network sees, negative beyond the border
   * @param seenEnd behind the last
   * @param shown first pixel that is painted
   * @param shownEnd behind the last
   * @param fades whether a tile before it shows through its first {@code 2 * FADE} pixels
   */
  record Span(int seen, int seenEnd, int shown, int shownEnd, boolean fades) {
    int extent() {
      return seenEnd - seen;
    }
  }

  /** All tiles from the first pixel on. */
  void forEach(Consumer<Span> action) {
    int end = roundedUp(size + BORDER);
    for (int from = 0; from < size; from += tile) {
      // What is left of a picture is not worth a tile of its own.
      int to = size - from - tile <= FADE ? size : from + tile;
      action.accept(
          new Span(
              from == 0 ? -BORDER : from - CONTEXT,
              to == size ? end : Math.min(end, to + CONTEXT),
              from == 0 ? 0 : from - FADE,
              Math.min(size, to + FADE),
              from > 0));
      if (to == size) {
        return;
      }
    }
  }

  private static int roundedUp(int pixels) {
    return (pixels + MULTIPLE - 1) / MULTIPLE * MULTIPLE;
  }
}
