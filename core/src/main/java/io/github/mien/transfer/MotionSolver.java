package io.github.mien.transfer;

import io.github.mien.encode.LandmarkExpressionEncoder;
import io.github.mien.expression.Blendshape;
import io.github.mien.morphable.MorphableModel;

/**
 * Finds how far along which field points have to move so that the encoder reads a change. Fields
 * overlap and a face answers to them in its own way, so all amounts are solved for together, by
 * Gauss and Newton with Marquardt's damping. Amounts that were not asked for stay 0.
 */
final class MotionSolver {
  private static final int STEPS = 4;
  private static final double DAMPING = 0.1;

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
    return displacement(face, gained(amounts(face, change), change, gain), change);
  }

  /** Amounts that the encoder reads as the change, one for each {@link Blendshape}. */
  float[] amounts(PosedFace face, ExpressionChange change) {
    Search search = new Search(face, change);
    AmountEquations equations = new AmountEquations(change);
    Attempt best = search.attempt(change.difference());
    if (equations.size() > 0) {
      best = search.improve(best, equations);
    }
    return best.amounts();
  }

  /** The points in the picture after a move by amounts. */
  float[] moved(PosedFace face, float[] amounts, ExpressionChange change) {
    return face.moved(displacement(face, amounts, change));
  }

  /**
   * Amounts and what comes of them.
   *
   * @param amounts one for each {@link Blendshape}
   * @param points after the move
   * @param read by how much coefficients are then read to have changed
   */
  private record Attempt(float[] amounts, float[] points, float[] read) {}

  private final class Search {
    private final PosedFace face;
    private final ExpressionChange change;
    private final float[] before;

    Search(PosedFace face, ExpressionChange change) {
      this.face = face;
      this.change = change;
      before = encoder.coefficients(face.points());
    }

    Attempt attempt(float[] amounts) {
      float[] points = moved(face, amounts, change);
      float[] read = encoder.coefficients(points);
      for (int i = 0; i < read.length; i++) {
        read[i] -= before[i];
      }
      return new Attempt(amounts, points, read);
    }

    /** The derivatives of the first attempt serve all steps: new ones gain next to nothing. */
    Attempt improve(Attempt first, AmountEquations equations) {
      equations.linearize(slopes(first.points(), equations.unknowns()));
      Attempt best = first;
      double least = equations.cost(best.amounts(), best.read());
      double damping = DAMPING;
      for (int step = 0; step < STEPS; step++) {
        Attempt next = attempt(equations.step(best.amounts(), best.read(), damping));
        double cost = equations.cost(next.amounts(), next.read());
        if (cost < least) {
          best = next;
          least = cost;
          damping *= 0.3;
        } else {
          damping *= 5;
        }
      }
      return best;
    }

    private float[] slopes(float[] points, int[] unknowns) {
      float[][] moves = new float[unknowns.length][];
      for (int j = 0; j < moves.length; j++) {
        moves[j] = face.frame().turn(fields.of(SHAPES[unknowns[j]]));
      }
      return encoder.linearize(points).push(moves);
    }
  }

  private float[] displacement(PosedFace face, float[] amounts, ExpressionChange change) {
    float[] displacement = new float[MorphableModel.SIZE];
    fields.add(amounts, displacement);
    ShapeLimits.apply(face.shape(), displacement, change);
    return displacement;
  }

  private static float[] gained(float[] amounts, ExpressionChange change, Gain gain) {
    float[] gained = amounts.clone();
    for (Blendshape shape : SHAPES) {
      gained[shape.ordinal()] *= 1 + (1 - change.closure(shape)) * (gain.of(shape) - 1);
    }
    return gained;
  }
}
