package io.github.mien.reconstruct;

import io.github.mien.image.Image;
import io.github.mien.image.Rect;

/**
 * Which pixels of a picture are in front of a face, and how much.
 *
 * @param area beyond which none are
 * @param shares of its pixels, row by row: 0 behind to 255 in front
 */
record Cover(Rect area, byte[] shares) {

  /**
   * Puts what is in front back.
   *
   * @param from shows it
   * @param to of the same size and channels; written where it is
   */
  void putBack(Image from, Image to) {
    byte[] in = from.data(), out = to.data();
    for (int y = area.y(), at = 0; y < area.bottom(); y++) {
      for (int x = area.x(); x < area.right(); x++, at++) {
        int share = shares[at] & 0xff;
        if (share > 0) {
          int i = from.index(x, y);
          int o = to.index(x, y);
          for (int c = 0; c < from.channels(); c++) {
            int below = out[o + c] & 0xff;
            int above = in[i + c] & 0xff;
            out[o + c] = (byte) ((share * above + (255 - share) * below + 127) / 255);
          }
        }
      }
    }
  }
}
