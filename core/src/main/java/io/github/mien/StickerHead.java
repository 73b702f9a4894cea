package io.github.mien;

import io.github.mien.face.FaceCrop;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import io.github.mien.matte.Bust;
import io.github.mien.matte.HeadCutOut;
import io.github.mien.matte.HeadMatte;
import io.github.mien.matte.Matte;
import io.github.mien.meme.StickerException;

/**
 * A head and its shoulders in a photo, reduced to what stickers need, from which it can be cut out.
 */
final class StickerHead {
  /** Sides of the picture over those of the square that a matte is looked for in. */
  private static final double ROOM = 1.2;

  private final Mien mien;

  /** Upright, around the head; where the photo ended, its border is repeated. */
  private final Image picture;

  /** The part of the picture that the photo shows. */
  private final Rect photographed;

  private StickerHead(Mien mien, Image picture, Rect photographed) {
    this.mien = mien;
    this.picture = picture;
    this.photographed = photographed;
  }

  /**
   * @param photo not modified, not kept
   * @param face points in it
   */
  static StickerHead of(Mien mien, Image photo, Landmarks face) {
    FaceCrop head = HeadMatte.crop(face);
    double wide = ROOM * head.side();
    int side = (int) Math.round(Math.min(wide, ROOM * StickerFace.LARGEST));
    Affine toPhoto = Affine.ofSquare(head.centerX(), head.centerY(), wide, 0, side);
    Image picture = Image.create(side, side, photo.channels());
    mien.kernels().warp(photo, toPhoto, picture);
    Affine toPicture = toPhoto.inverse();
    int left = (int) Math.ceil(toPicture.mapX(0, 0));
    int top = (int) Math.ceil(toPicture.mapY(0, 0));
    int right = (int) Math.floor(toPicture.mapX(photo.width() - 1, 0)) + 1;
    int bottom = (int) Math.floor(toPicture.mapY(0, photo.height() - 1)) + 1;
    Rect shown = new Rect(left, top, right - left, bottom - top);
    return new StickerHead(mien, picture, shown.intersection(picture.bounds()));
  }

  /**
   * The head alone, able to move. Where it is transparent it has the head's own colours, so none of
   * what was behind it comes to light.
   */
  StickerFace cutOut(StickerOutline line) {
    Target target = mien.target(picture);
    Matte matte = mien.headMatte().find(picture, target.face().face().landmarks());
    Image cut = HeadCutOut.of(picture, matte, mien.kernels());
    Bust.round(cut, matte.crop());
    clearBeyond(cut);
    return StickerFace.cutOut(this, target.on(cut), square(bounds(cut)), line);
  }

  private void clearBeyond(Image cut) {
    for (int y = 0; y < cut.height(); y++) {
      boolean row = y >= photographed.y() && y < photographed.bottom();
      for (int x = 0; x < cut.width(); x++) {
        if (!row || x < photographed.x() || x >= photographed.right()) {
          cut.data()[cut.index(x, y) + 3] = 0;
        }
      }
    }
  }

  private static Rect bounds(Image cut) {
    int left = cut.width(), top = cut.height(), right = 0, bottom = 0;
    for (int y = 0; y < cut.height(); y++) {
      for (int x = 0; x < cut.width(); x++) {
        if ((cut.data()[cut.index(x, y) + 3] & 0xff) >= 128) {
          left = Math.min(left, x);
          top = Math.min(top, y);
          right = Math.max(right, x + 1);
          bottom = Math.max(bottom, y + 1);
        }
      }
    }
    if (right == 0) {
      throw new StickerException(
          "no head was found to cut out; take the whole sticker, or another photo");
    }
    return new Rect(left, top, right - left, bottom - top);
  }

  /** The square that fills a sticker, with some room for a line around. */
  private Rect square(Rect head) {
    int side = (int) Math.round(StickerFace.MARGIN * Math.max(head.width(), head.height()));
    side = Math.min(side, picture.width());
    int left = head.x() + (head.width() - side) / 2;
    int top = head.y() + (head.height() - side) / 2;
    return new Rect(
        Math.max(0, Math.min(picture.width() - side, left)),
        Math.max(0, Math.min(picture.height() - side, top)),
        side,
        side);
  }
}
