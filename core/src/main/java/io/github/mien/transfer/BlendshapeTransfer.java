package io.github.mien.transfer;

import io.github.mien.encode.EncodedFace;
import io.github.mien.encode.LandmarkExpressionEncoder;
import io.github.mien.expression.Edit;
import io.github.mien.expression.Performance;
import io.github.mien.face.Landmarks;
import io.github.mien.model.ModelException;
import io.github.mien.model.ModelStore;
import io.github.mien.morphable.MorphableFitter;
import io.github.mien.morphable.MorphableModel;
import java.io.IOException;

/**
 * Moves a target's own points by the displacement fields of a {@link MorphableModel}, as far as its
 * expression differs from the wanted one: what the model cannot explain of that face stays as it
 * is. How far is corrected until the encoder, run on the moved points, reads the wanted expression.
 *
 * <p>A face at rest that nobody gave is estimated by {@link RestingFace}, the target's own always.
 *
 * <p>Immutable, thread-safe; a plan takes about a millisecond.
 */
public final class BlendshapeTransfer implements ExpressionTransfer {
  private final ChangePlan plan;
  private final MorphableFitter fitter;
  private final MotionSolver solver;

  /**
   * @param model moves the points
   * @param encoder reads moved points
   * @param restingFace estimates faces at rest
   */
  public BlendshapeTransfer(
      MorphableModel model, LandmarkExpressionEncoder encoder, RestingFace restingFace) {
    plan = new ChangePlan(restingFace, this::moved);
    fitter = new MorphableFitter(model);
    solver = new MotionSolver(new MaskedFields(model), encoder);
  }

  /**
   * With the models of a store, {@link ModelStore#EXPRESSION} and {@link ModelStore#REST}.
   *
   * @throws IOException if a file cannot be read
   * @throws ModelException if one is no such model
   */
  public static BlendshapeTransfer load(ModelStore store) throws IOException {
    return new BlendshapeTransfer(
        MorphableModel.load(store), LandmarkExpressionEncoder.load(store), RestingFace.load(store));
  }

  @Override
  public Motion plan(Performance source, EncodedFace target, TransferOptions options) {
    return plan.plan(source, target, options);
  }

  @Override
  public Motion plan(Edit edit, EncodedFace target) {
    return plan.plan(edit, target);
  }

  private float[] moved(Landmarks from, ExpressionChange change, Gain gain) {
    PosedFace face = PosedFace.of(from.toArray(), fitter);
    return face.moved(solver.solve(face, change, gain));
  }
}
