package io.github.mien.meme;

/**
 * A small picture that a platform wants of a whole pack, such as the one that stands for it in a
 * list.
 *
 * @param file its name beside the stickers
 * @param limits what it must be
 */
public record PackPicture(String file, StickerLimits limits) {
  static PackPicture of(String file, int width, int height, int maxBytes) {
    return new PackPicture(file, StickerLimits.still(StickerKind.PNG, width, height, maxBytes));
  }
}
