package io.github.mien.meme;

import io.github.mien.image.Image;
import io.github.mien.image.Rect;

/** Which part of a picture makes a sticker. */
public final class StickerCrop {
  /** A face's box grown by this factor shows hair and chin. */
  private static final double HEAD = 1.8;

  /** Hair needs more room than the chin: so much of the side lies further up. */
  private static final double UP = 0.08;

  private StickerCrop() {}

  /**
   * The largest square around a face that is not larger than a head needs, inside the picture.
   *
   * @param picture the whole picture's size
   * @param face the face's box, from brow to chin
   */
  public static Rect aroundFace(Image picture, Rect face) {
    return around(
        picture,
        face.x() + face.width() / 2.0,
        face.y() + face.height() / 2.0,
        HEAD * Math.max(face.width(), face.height()));
  }

  private static Rect around(Image picture, double x, double y, double wanted) {
    int side = (int) Math.round(Math.min(wanted, Math.min(picture.width(), picture.height())));
    side = Math.max(1, side);
    int left = (int) Math.round(x - side / 2.0);
    int top = (int) Math.round(y - side / 2.0 - UP * side);
    return new Rect(
        Math.max(0, Math.min(picture.width() - side, left)),
        Math.max(0, Math.min(picture.height() - side, top)),
        side,
        side);
  }
}
