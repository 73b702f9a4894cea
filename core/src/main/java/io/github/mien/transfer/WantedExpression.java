package io.github.mien.transfer;

import io.github.mien.expression.Blendshape;
import io.github.mien.expression.Expression;
import io.github.mien.expression.Performance;
import java.util.EnumSet;
import java.util.Set;

/** What a target should show: its own face at rest, and on it what the source adds to its own. */
final class WantedExpression {
  /** Eyes that follow another's wholly leave the camera, so they go half the way. */
  private static final float FOLLOWED_GAZE = 0.5f;

  /** What parts the lips. */
  private static final Set<Blendshape> OPENING =
      EnumSet.of(
          Blendshape.JAW_OPEN,
          Blendshape.MOUTH_FUNNEL,
          Blendshape.MOUTH_LOWER_DOWN_LEFT,
          Blendshape.MOUTH_LOWER_DOWN_RIGHT,
          Blendshape.MOUTH_UPPER_UP_LEFT,
          Blendshape.MOUTH_UPPER_UP_RIGHT,
          Blendshape.TONGUE_OUT);

  private final RestingFace restingFace;

  WantedExpression(RestingFace restingFace) {
    this.restingFace = restingFace;
  }

  /** The coefficients wanted, in the target's own pose. */
  Expression of(Performance source, Expression target, TransferOptions options) {
    Expression given = source.rest();
    Expression sourceRest = given != null ? given : restingFace.of(source.shown());
    Expression targetRest = restingFace.of(target);
    float[] wanted = target.toArray();
    for (Blendshape shape : Blendshape.values()) {
      float expression = source.shown().get(shape) - sourceRest.get(shape);
      float strength = (float) options.strength(shape.region());
      float change = change(target.get(shape), targetRest.get(shape), expression, strength);
      wanted[shape.ordinal()] += allowed(shape, change, source.authored(), options);
    }
    return Expression.of(wanted, target.pose());
  }

  private static float allowed(
      Blendshape shape, float change, boolean authored, TransferOptions options) {
    if (shape.isGaze()) {
      return options.gaze() ? (authored ? 1 : FOLLOWED_GAZE) * change : 0;
    }
    return options.keepMouthClosed() && OPENING.contains(shape) ? Math.min(0, change) : change;
  }

  /**
   * Up to strength 1 the target's own expression gives way to the source's; beyond, the source's
   * grows.
   */
  private static float change(float shown, float rest, float expression, float strength) {
    float whole = rest + Math.max(1, strength) * expression - shown;
    return Math.min(1, strength) * whole;
  }
}
