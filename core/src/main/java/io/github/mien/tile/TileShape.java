package io.github.mien.tile;

/**
 * How large tiles are, in pixels of the picture that is divided. Neighbours share {@code 2 *
 * Tiling.FADE} pixels, over which one fades into the other.
 *
 * @param size from one seam to the next, a multiple of {@code multiple} and at least {@code 4 *
 *     Tiling.FADE}: seams do not overlap
 * @param context what a tile sees beyond a seam, a multiple of {@code multiple}: as far as the
 *     network looks around, and half a seam
 * @param border what a tile sees beyond the picture's border, its last pixels repeated; a multiple
 *     of {@code multiple}
 * @param multiple of which the sides of what a network sees are: some fold pixels into channels
 */
public record TileShape(int size, int context, int border, int multiple) {
  /** Checks the size. */
  public TileShape {
    if (size < 4 * Tiling.FADE || size % multiple != 0) {
      throw new IllegalArgumentException(
          "a tile has %d pixels or more on a side, a multiple of %d, not %d"
              .formatted(4 * Tiling.FADE, multiple, size));
    }
  }
}
