package io.github.mien.encode;

import io.github.mien.image.Image;

/** Luma of a square crop. */
final class GreyPlane {
  private GreyPlane() {}

  /**
   * Luma by the weights of ITU-R BT.601, in units of 1/256 that sum to 1, so that a grey picture
   * keeps its levels.
   *
   * @param crop alpha is left out
   * @param size pixels on each side that it must have
   * @return 0..255, row by row
   */
  static int[] of(Image crop, int size) {
    if (crop.width() != size || crop.height() != size) {
      throw new IllegalArgumentException(
          "needs a crop of %d x %d pixels, not %s".formatted(size, size, crop));
    }
    int[] grey = new int[size * size];
    byte[] data = crop.data();
    int out = 0;
    for (int y = 0; y < size; y++) {
      int in = crop.index(0, y);
      for (int x = 0; x < size; x++, in += crop.channels(), out++) {
        int sum = 77 * (data[in] & 0xff) + 150 * (data[in + 1] & 0xff) + 29 * (data[in + 2] & 0xff);
        grey[out] = (sum + 128) >> 8;
      }
    }
    return grey;
  }
}
