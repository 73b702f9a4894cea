package io.github.mien.reconstruct;

import io.github.mien.image.Rect;

/** How far what a plane holds extends. */
final class Extent {
  private Extent() {}

  /**
   * @param plane square, row by row
   * @param side numbers on a side
   * @return the smallest box of the numbers above 0; empty if there are none
   */
  static Rect of(float[] plane, int side) {
    int left = side, top = side, right = -1, bottom = -1;
    for (int i = 0; i < plane.length; i++) {
      if (plane[i] > 0) {
        left = Math.min(left, i % side);
        right = Math.max(right, i % side);
        top = Math.min(top, i / side);
        bottom = i / side;
      }
    }
    return right < 0
        ? new Rect(0, 0, 0, 0)
        : new Rect(left, top, right - left + 1, bottom - top + 1);
  }
}
