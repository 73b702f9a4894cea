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
import org.jspecify.annotations.Nullable;

/**
 * A face and its hair, cut out of a photo at about twice the size of the largest sticker: each
 * frame costs no more than such a picture, however large the photo. Immutable and thread-safe.
 */
final class StickerFace {
  /** Pixels on a side that are enough for any sticker. */
  static final int LARGEST = 768;

  /** Sides of a sticker over those of the head that is cut out. */
  static final double MARGIN = 1.1;

  /** The upper lip; what lies above it up to the brows is to be seen. */
  private static final int UPPER_LIP = 0;

  private static final int FOREHEAD = 9;

  private final StickerHead head;
  private final Target target;

  /** The part of the target's picture that makes the sticker. */
  private final Rect part;

  private final @Nullable StickerOutline line;

  private StickerFace(StickerHead head, Target target, Rect part, @Nullable StickerOutline line) {
    this.head = head;
    this.target = target;
    this.part = part;
    this.line = line;
  }

  /**
   * @param mien analyses the photo and what is cut out of it
   * @param photo not modified, not kept
   * @throws UnusableFaceException if there is no face, or none large enough
   */
  static StickerFace of(Mien mien, Image photo) {
    Landmarks face = mien.target(photo).face().face().landmarks();
    Rect crop = StickerCrop.aroundFace(photo, face.bounds().pixels());
    int side = Math.min(LARGEST, crop.width());
    Image picture = Image.create(side, side, photo.channels());
    ImageKernels.java().resize(photo.view(crop), picture);
    StickerHead head = StickerHead.of(mien, photo, face);
    return new StickerFace(head, mien.target(picture), picture.bounds(), null);
  }

  /**
   * @param target RGBA; its alpha says what is cut out, and moves with the face
   * @param part square, of the target's picture
   * @param line around the head
   */
  static StickerFace cutOut(StickerHead head, Target target, Rect part, StickerOutline line) {
    return new StickerFace(head, target, part, line);
  }

  /** The same face without what is around the head. */
  StickerFace cutOut(StickerOutline line) {
    return head.cutOut(line);
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

  private Image fitted(Image picture, StickerLimits limits) {
    int side = side(limits);
    Image fitted = Image.create(side, side, picture.channels());
    ImageKernels.java().resize(picture.view(part), fitted);
    return line == null ? fitted : line.of(side).around(fitted);
  }

  private static int side(StickerLimits limits) {
    return Math.min(limits.width(), limits.height());
  }

  /** Where no text should be: eyes and nose. */
  List<Rect> keptClear(Image sticker) {
    Landmarks points = target.face().face().landmarks();
    double scale = (double) sticker.width() / part.width();
    Box box = points.bounds();
    double upper = Math.min(points.y(FOREHEAD), points.y(UPPER_LIP)) - part.y();
    double lower = Math.max(points.y(FOREHEAD), points.y(UPPER_LIP)) - part.y();
    int top = (int) Math.floor(scale * upper);
    int bottom = (int) Math.ceil(scale * lower);
    int left = (int) Math.floor(scale * (box.x0() - part.x()));
    return List.of(new Rect(left, top, (int) Math.ceil(scale * box.width()), bottom - top));
  }
}
