package io.github.mien.transfer;

import io.github.mien.encode.EncodedFace;
import io.github.mien.expression.Edit;
import io.github.mien.expression.Expression;
import io.github.mien.expression.Performance;
import io.github.mien.face.Landmarks;

/**
 * What all transfers have in common: from what is asked for to a change of coefficients, and from
 * moved points to a motion. How points move is the transfer's own.
 */
final class ChangePlan {
  private final WantedExpression wantedExpression;
  private final Mover mover;

  /** How a change of coefficients moves the points of a face. */
  interface Mover {
    /**
     * @param from the points as they are
     * @param change of coefficients, not none
     * @param gain how much further the points go than asked for
     * @return x, y, z of the 478 points in the picture after the move
     */
    float[] moved(Landmarks from, ExpressionChange change, Gain gain);
  }

  ChangePlan(RestingFace restingFace, Mover mover) {
    wantedExpression = new WantedExpression(restingFace);
    this.mover = mover;
  }

  Motion plan(Performance source, EncodedFace target, TransferOptions options) {
    Expression wanted = wantedExpression.of(source, target.expression(), options);
    Gain gain = source.authored() ? Gain.SEEN : Gain.CAUTIOUS;
    return plan(target, wanted, gain, options.keepMouthClosed());
  }

  Motion plan(Edit edit, EncodedFace target) {
    return plan(target, edit.of(target.expression()), Gain.SEEN, false);
  }

  private Motion plan(EncodedFace target, Expression wanted, Gain gain, boolean mouthClosed) {
    Landmarks from = target.face().landmarks();
    ExpressionChange change = ExpressionChange.between(target.expression(), wanted, mouthClosed);
    if (change.isNone()) {
      return new Motion(wanted, from, from);
    }
    float[] points = mover.moved(from, change, gain);
    FaceOutline.follow(from.toArray(), points);
    return new Motion(wanted, from, Landmarks.of(points));
  }
}
