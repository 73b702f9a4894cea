package io.github.mien;

import io.github.mien.expression.Expression;
import io.github.mien.expression.ExpressionCurve;
import io.github.mien.expression.Performance;
import io.github.mien.face.Box;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Animation;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.Rect;
import io.github.mien.meme.Marks;
import io.github.mien.meme.StickerCrop;
import io.github.mien.meme.StickerLimits;
import io.github.mien.transfer.TransferOptions;
import java.util.List;

/**
 * A face and its hair, cut out of a photo at about twice the size of the largest sticker: each
 * frame costs no more than such a picture, however large the photo. Immutable and thread-safe.
 */
final class StickerFace {
  /** Pixels on a side that are enough for any sticker. */
  private static final int LARGEST = 768;

  /** The upper lip; what lies above it up to the brows is to be seen. */
  private static final int UPPER_LIP = 0;

  private static final int FOREHEAD = 9;

  private final Target target;

  private StickerFace(Target target) {
    this.target = target;
  }

  /**
   * @param mien analyses the photo and what is cut out of it
   * @param photo not modified, not kept
   * @throws UnusableFaceException if there is no face, or none large enough
   */
  static StickerFace of(Mien mien, Image photo) {
    Box face = mien.target(photo).face().face().landmarks().bounds();
    Rect crop = StickerCrop.aroundFace(photo, face.pixels());
    int side = Math.min(LARGEST, crop.width());
    Image picture = Image.create(side, side, photo.channels());
    ImageKernels.java().resize(photo.view(crop), picture);
    return new StickerFace(mien.target(picture));
  }

  /** The face showing an expression, in the size of a sticker. */
  Image shown(Expression expression, TransferOptions options, StickerLimits limits) {
    Image whole = target.show(Performance.authored(expression), options).image();
    return fitted(whole, limits);
  }

  /** The face moving, in the size of a sticker. */
  Animation moving(
      ExpressionCurve curve, TransferOptions options, double rate, StickerLimits limits) {
    int side = side(limits);
    return target.unmarked(curve, options, rate).map(side, side, frame -> fitted(frame, limits));
  }

  Marks marks() {
    return target.marks();
  }

  private static Image fitted(Image picture, StickerLimits limits) {
    int side = side(limits);
    Image fitted = Image.create(side, side, picture.channels());
    ImageKernels.java().resize(picture, fitted);
    return fitted;
  }

  private static int side(StickerLimits limits) {
    return Math.min(limits.width(), limits.height());
  }

  /** Where no text should be: eyes and nose. */
  List<Rect> keptClear(Image sticker) {
    Landmarks points = target.face().face().landmarks();
    double scale = (double) sticker.width() / target.image().width();
    Box box = points.bounds();
    int top = (int) Math.floor(scale * Math.min(points.y(FOREHEAD), points.y(UPPER_LIP)));
    int bottom = (int) Math.ceil(scale * Math.max(points.y(FOREHEAD), points.y(UPPER_LIP)));
    int left = (int) Math.floor(scale * box.x0());
    return List.of(new Rect(left, top, (int) Math.ceil(scale * box.width()), bottom - top));
  }
}
