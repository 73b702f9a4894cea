package io.github.mien;

import io.github.mien.encode.EncodedFace;
import io.github.mien.expression.Expression;
import io.github.mien.expression.ExpressionCurve;
import io.github.mien.expression.HeadPose;
import io.github.mien.expression.Performance;
import io.github.mien.face.Face;
import io.github.mien.image.Frame;
import io.github.mien.image.FrameSource;
import io.github.mien.image.Image;
import io.github.mien.reconstruct.FacePhoto;
import io.github.mien.reconstruct.Reconstructor;
import io.github.mien.reconstruct.UncoveredFace;
import io.github.mien.transfer.Motion;
import io.github.mien.transfer.TransferOptions;
import org.jspecify.annotations.Nullable;

/**
 * Draws one frame after another of a face that moves, all on one picture. A frame is a plan and a
 * warp of the photo, so pixels away from the face never change. What is in front of the face was
 * found before and is laid over each frame, also where the face is still: it never flickers.
 */
final class FaceAnimation implements FrameSource {
  private final Stages stages;
  private final Image photo;
  private final EncodedFace face;
  private final UncoveredFace uncovered;
  private final ExpressionCurve curve;
  private final TransferOptions options;
  private final double rate;
  private final int count;
  private final Image canvas;
  private @Nullable Image straight;
  private int next;

  FaceAnimation(
      Stages stages,
      Image photo,
      EncodedFace face,
      UncoveredFace uncovered,
      ExpressionCurve curve,
      TransferOptions options,
      double rate) {
    this.stages = stages;
    this.photo = photo;
    this.face = face;
    this.uncovered = uncovered;
    this.curve = curve;
    this.options = options;
    this.rate = rate;
    this.count = Math.max(1, (int) Math.round(curve.seconds() * rate));
    this.canvas = photo.copy();
  }

  @Override
  public @Nullable Frame next() {
    if (next == count) {
      return null;
    }
    Expression shown = curve.at(next / rate);
    Motion motion = stages.transfer().plan(Performance.authored(shown), face, options);
    photo.copyTo(canvas);
    uncovered.reconstruct(mover(shown.pose()), motion, null, canvas);
    long from = Math.round(1000 * next / rate);
    next++;
    return new Frame(canvas, (int) Math.max(1, Math.round(1000 * next / rate) - from));
  }

  private Reconstructor mover(HeadPose pose) {
    Reconstructor moving = stages.painters().moving();
    if (pose.equals(HeadPose.FRONTAL)) {
      return moving;
    }
    return (target, motion, source, out) -> {
      moving.reconstruct(target, motion, source, out);
      turn(target.face(), motion, pose, out);
    };
  }

  /** Turns the face that was drawn, so that teeth and lids turn with it. */
  private void turn(Face still, Motion motion, HeadPose pose, Image out) {
    Image drawing = straight(out);
    Face drawn = new Face(still.detection(), motion.to(), still.presence(), still.features());
    Motion turned = new Motion(motion.wanted(), motion.to(), HeadTurn.apply(motion.to(), pose));
    stages.painters().turning().reconstruct(new FacePhoto(drawing, drawn), turned, null, out);
  }

  /** A copy of what is to be turned, of the same size in all frames. */
  private Image straight(Image out) {
    Image copy = straight;
    if (copy == null) {
      copy = out.copy();
      straight = copy;
    } else {
      out.copyTo(copy);
    }
    return copy;
  }
}
