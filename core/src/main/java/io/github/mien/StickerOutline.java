package io.github.mien;

import io.github.mien.meme.CutOut;

/**
 * The line around a head that is cut out.
 *
 * @param width as a share of the sticker's side
 * @param color 0xRRGGBB
 */
record StickerOutline(double width, int color) {

  /** For a sticker of a size. */
  CutOut of(int side) {
    return new CutOut(width * side, color);
  }
}
