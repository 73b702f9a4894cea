package io.github.mien.encode;

import io.github.mien.image.Image;

/** Luma of a picture. */
final class GreyPlane {
  private GreyPlane() {}

  /**
   * Luma by the weights of ITU-R BT.601, in units of 1/256 that sum to 1, so that a grey picture
   * keeps its levels.
   *
   * @param image alpha is left out
   * @return 0..255, row by row
   */
  static int[] of(Image image) {
    int[] grey = new int[image.width() * image.height()];
    byte[] data = image.data();
    int out = 0;
    for (int y = 0; y < image.height(); y++) {
      int in = image.index(0, y);
      for (int x = 0; x < image.width(); x++, in += image.channels(), out++) {
        int sum = 77 * (data[in] & 0xff) + 150 * (data[in + 1] & 0xff) + 29 * (data[in + 2] & 0xff);
        grey[out] = (sum + 128) >> 8;
      }
    }
    return grey;
  }
}
