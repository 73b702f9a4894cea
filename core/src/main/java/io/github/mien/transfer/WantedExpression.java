package io.github.mien.transfer;

import io.github.mien.expression.Blendshape;
import io.github.mien.expression.Expression;
import io.github.mien.expression.Performance;

/** What a target should show: its own face at rest, and on it what the source adds to its own. */
final class WantedExpression {
  /** Eyes that follow another's wholly leave the camera, so gaze goes half the way. */
  private static final float GAZE = 0.5f;

  private final RestingFace restingFace;

  WantedExpression(RestingFace restingFace) {
    this.restingFace = restingFace;
  }

  /** The coefficients wanted, in the target's own pose. */
  Expression of(Performance source, Expression target, TransferOptions options) {
    Expression given = source.rest();
    Expression sourceRest = given != null ? given : restingFace.of(source.shown());
    Expression targetRest = restingFace.of(target);
    float strength = (float) options.strength();
    float[] wanted = target.toArray();
    for (Blendshape shape : Blendshape.values()) {
      if (options.regions().contains(shape.region())) {
        float expression = source.shown().get(shape) - sourceRest.get(shape);
        float change =
            change(target.get(shape), targetRest.get(shape), expression, strength)
                * (shape.isGaze() ? GAZE : 1);
        wanted[shape.ordinal()] += change;
      }
    }
    return Expression.of(wanted, target.pose());
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
