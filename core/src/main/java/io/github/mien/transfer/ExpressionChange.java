package io.github.mien.transfer;

import io.github.mien.expression.Blendshape;
import io.github.mien.expression.Expression;

/**
 * From what a face shows to what it should show.
 *
 * @param difference wanted minus shown, one for each {@link Blendshape}; exactly 0 where nothing
 *     changes; shared
 * @param rightClosure how far the right eye must close, 0 as the lids' fields have it to 1 shut
 * @param leftClosure the same for the left
 * @param mouthClosed whether the lips must part no further than they do
 */
record ExpressionChange(
    float[] difference, float rightClosure, float leftClosure, boolean mouthClosed) {
  /** Differences below this cannot be seen. */
  private static final float NOTHING = 1e-4f;

  /** Blink coefficients from which on lids begin to be closed by force, and are shut. */
  private static final float CLOSING = 0.4f;

  private static final float SHUT = 0.85f;

  static ExpressionChange between(Expression shown, Expression wanted, boolean mouthClosed) {
    float[] difference = wanted.toArray();
    float[] before = shown.toArray();
    for (int i = 0; i < difference.length; i++) {
      float d = difference[i] - before[i];
      difference[i] = Math.abs(d) < NOTHING ? 0 : d;
    }
    return new ExpressionChange(
        difference,
        closure(difference, wanted, Blendshape.EYE_BLINK_RIGHT),
        closure(difference, wanted, Blendshape.EYE_BLINK_LEFT),
        mouthClosed);
  }

  private static float closure(float[] difference, Expression wanted, Blendshape blink) {
    if (difference[blink.ordinal()] <= 0) {
      return 0;
    }
    return Math.max(0, Math.min(1, (wanted.get(blink) - CLOSING) / (SHUT - CLOSING)));
  }

  /**
   * How far a coefficient closes lids by force, 0..1: the further, the less need its field go
   * beyond what the skin around the eye does. Lids that come down steadily need it to be gradual.
   */
  float closure(Blendshape shape) {
    return switch (shape) {
      case EYE_BLINK_RIGHT -> rightClosure;
      case EYE_BLINK_LEFT -> leftClosure;
      default -> 0;
    };
  }

  /** Whether there is nothing to do. */
  boolean isNone() {
    for (float d : difference) {
      if (d != 0) {
        return false;
      }
    }
    return true;
  }
}
