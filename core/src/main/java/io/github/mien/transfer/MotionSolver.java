package io.github.mien.transfer;

import io.github.mien.encode.LandmarkExpressionEncoder;
import io.github.mien.expression.Blendshape;
import io.github.mien.morphable.MorphableModel;

/**
 * Finds how far along which field points have to move so that the encoder reads a change. A field
 * changes mainly the coefficient that it is named after, so the difference that is left is added to
 * the amounts a few times (a damped fixed-point iteration); the best of all rounds is kept.
 */
final class MotionSolver {
  private static final int ROUNDS = 5;
  private static final float STEP = 0.7f;

  /** Amounts stay within this multiple of the change asked for, and a little more: see SLACK. */
  private static final float REACH = 1.6f;

  private static final float SLACK = 0.12f;

  private static final Blendshape[] SHAPES = Blendshape.values();

  private final MaskedFields fields;
  private final LandmarkExpressionEncoder encoder;

  MotionSolver(MaskedFields fields, LandmarkExpressionEncoder encoder) {
    this.fields = fields;
    this.encoder = encoder;
  }

  /**
   * @param face the points that move
   * @param change what should change
   * @param gain how much further the points go in the end
   * @return displacements of the points in the canonical frame
   */
  float[] solve(PosedFace face, ExpressionChange change, Gain gain) {
    float[] asked = change.difference();
    float[] before = encoder.coefficients(face.points());
    float[] amounts = asked.clone();
    float[] best = amounts;
    float least = Float.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      float[] read = encoder.coefficients(face.moved(displacement(face, amounts, change)));
      float[] left = remaining(asked, before, read);
      float error = absoluteSum(left);
      if (error < least) {
        least = error;
        best = amounts;
      }
      amounts = corrected(amounts, left, change);
    }
    return displacement(face, gained(best, change, gain), change);
  }

  private float[] displacement(PosedFace face, float[] amounts, ExpressionChange change) {
    float[] displacement = new float[MorphableModel.SIZE];
    fields.add(amounts, displacement);
    ShapeLimits.apply(face.shape(), displacement, change);
    return displacement;
  }

  /** Of the change asked for, what is still missing; 0 for coefficients that were not asked for. */
  private static float[] remaining(float[] asked, float[] before, float[] read) {
    float[] left = new float[asked.length];
    for (int i = 0; i < left.length; i++) {
      left[i] = asked[i] == 0 ? 0 : asked[i] - (read[i] - before[i]);
    }
    return left;
  }

  private static float[] corrected(float[] amounts, float[] left, ExpressionChange change) {
    float[] next = new float[amounts.length];
    for (Blendshape shape : SHAPES) {
      int i = shape.ordinal();
      float reach = reach(Math.abs(change.difference()[i]), change.closure(shape));
      next[i] = Math.max(-reach, Math.min(reach, amounts[i] + STEP * left[i]));
    }
    return next;
  }

  private static float reach(float asked, float closure) {
    return asked == 0 ? 0 : asked + (1 - closure) * ((REACH - 1) * asked + SLACK);
  }

  private static float[] gained(float[] amounts, ExpressionChange change, Gain gain) {
    float[] gained = amounts.clone();
    for (Blendshape shape : SHAPES) {
      gained[shape.ordinal()] *= 1 + (1 - change.closure(shape)) * (gain.of(shape) - 1);
    }
    return gained;
  }

  private static float absoluteSum(float[] numbers) {
    float sum = 0;
    for (float number : numbers) {
      sum += Math.abs(number);
    }
    return sum;
  }
}
