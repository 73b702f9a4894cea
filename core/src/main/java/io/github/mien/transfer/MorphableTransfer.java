package io.github.mien.transfer;

import io.github.mien.encode.EncodedFace;
import io.github.mien.expression.Edit;
import io.github.mien.expression.Performance;
import io.github.mien.face.Landmarks;
import io.github.mien.model.ModelException;
import io.github.mien.model.ModelStore;
import io.github.mien.morphable.Camera;
import io.github.mien.morphable.ExpressionPrior;
import io.github.mien.morphable.FaceBasis;
import io.github.mien.morphable.LeastSquaresFitter;
import io.github.mien.morphable.MorphableFit;
import io.github.mien.morphable.MorphableModel;
import java.io.IOException;
import java.util.function.Function;

/**
 * Exchanges the expression of a fitted face: identity, pose and camera are found by a fit, the
 * expression is changed in space, and the points go where the camera sees them then. What the model
 * does not explain of the face stays as it is.
 *
 * <p>Meant for heads turned away from the camera: where {@link BlendshapeTransfer} corrects its
 * moves by what is read from the picture's plane, this one trusts the geometry. Expressions may
 * come from any encoder; {@link io.github.mien.encode.MorphableExpressionEncoder} reads them in the
 * same model.
 *
 * <p>Immutable, thread-safe; a plan takes some milliseconds.
 */
public final class MorphableTransfer implements ExpressionTransfer {
  private final LeastSquaresFitter fitter;
  private final MaskedFields fields;
  private final ChangePlan plan;
  private final Function<Landmarks, Camera> camera;

  /**
   * @param model moves the points
   * @param prior of its fits
   * @param restingFace estimates faces at rest
   * @param camera that took a picture in which a target is
   */
  public MorphableTransfer(
      MorphableModel model,
      ExpressionPrior prior,
      RestingFace restingFace,
      Function<Landmarks, Camera> camera) {
    fitter = new LeastSquaresFitter(FaceBasis.of(model, prior));
    fields = new MaskedFields(model);
    plan = new ChangePlan(restingFace, this::moved);
    this.camera = camera;
  }

  /**
   * With the models of a store, {@link ModelStore#EXPRESSION}, {@link ModelStore#MORPHABLE} and
   * {@link ModelStore#REST}, for pictures taken from far away.
   *
   * @throws IOException if a file cannot be read
   * @throws ModelException if one is no such model
   */
  public static MorphableTransfer load(ModelStore store) throws IOException {
    return new MorphableTransfer(
        MorphableModel.load(store),
        ExpressionPrior.load(store),
        RestingFace.load(store),
        landmarks -> Camera.FAR);
  }

  @Override
  public Motion plan(Performance source, EncodedFace target, TransferOptions options) {
    return plan.plan(source, target, options);
  }

  @Override
  public Motion plan(Edit edit, EncodedFace target) {
    return plan.plan(edit, target);
  }

  /** The geometry is trusted: no gain. */
  private float[] moved(Landmarks from, ExpressionChange change, Gain gain) {
    MorphableFit fit = fitter.fit(from, camera.apply(from));
    LiftedFace face = new LiftedFace(from, fit, fitter.basis());
    float[] displacement = new float[MorphableModel.SIZE];
    fields.add(change.difference(), displacement);
    ShapeLimits.apply(face.shape(), displacement, change);
    return face.moved(displacement);
  }
}
