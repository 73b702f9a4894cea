package io.github.mien;

import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.meme.CutShape;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The shape of a head in stickers of any size: the same in all frames, so a head that nods a little
 * stays within it. Thread-safe.
 */
final class StickerShape {
  private final Image cut;
  private final StickerOutline line;
  private final Map<Integer, CutShape> sizes = new ConcurrentHashMap<>();

  /**
   * @param cut RGBA, square; its alpha is the shape
   */
  StickerShape(Image cut, StickerOutline line) {
    this.cut = cut;
    this.line = line;
  }

  CutShape of(int side) {
    return sizes.computeIfAbsent(side, this::made);
  }

  private CutShape made(int side) {
    Image resized = Image.create(side, side, 4);
    ImageKernels.java().resize(cut, resized);
    return line.of(side).shape(resized);
  }
}
