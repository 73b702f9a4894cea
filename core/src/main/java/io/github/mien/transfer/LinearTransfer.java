package io.github.mien.transfer;

import io.github.mien.encode.EncodedFace;
import io.github.mien.expression.Blendshape;
import io.github.mien.expression.Edit;
import io.github.mien.expression.Performance;
import io.github.mien.face.Landmarks;
import io.github.mien.model.ModelException;
import io.github.mien.model.ModelStore;
import io.github.mien.model.NamedArrays;
import io.github.mien.morphable.MorphableFitter;
import io.github.mien.morphable.MorphableModel;
import java.io.IOException;

/**
 * Moves a target's points by a trained linear map: what should change of its expression and what
 * its face is, both reduced by principal component analyses, give the displacements, W x + b. The
 * map was found by ridge regression on photos of people at rest and with expression. Nothing is
 * fitted, nothing corrected: one product of matrices.
 *
 * <p>A face at rest that nobody gave is estimated by {@link RestingFace}, the target's own always.
 *
 * <p>Immutable, thread-safe; a plan takes a fraction of a millisecond.
 */
public final class LinearTransfer implements ExpressionTransfer {
  /**
   * Deviations along a component of faces at most: a face that is farther from the mean is treated
   * as if it were so far. Training limits its examples in the same way.
   */
  public static final float FARTHEST = 2.5f;

  private final MorphableFitter fitter;
  private final LinearMap map;
  private final ChangePlan plan;

  /**
   * @param model says where a head is
   * @param map the arrays of {@link ModelStore#LINEAR}: {@code change.basis} [m, 52], {@code
   *     face.mean} [478, 3], {@code face.basis} [k, 478, 3], {@code weight} [m, k, n], {@code bias}
   *     [m, n], {@code movement.basis} [n, 478, 3]
   * @param restingFace estimates faces at rest
   * @throws ModelException if an array is missing or of another size
   */
  public LinearTransfer(MorphableModel model, NamedArrays map, RestingFace restingFace) {
    fitter = new MorphableFitter(model);
    this.map = new LinearMap(map);
    plan = new ChangePlan(restingFace, this::moved);
  }

  /**
   * With the models of a store, {@link ModelStore#EXPRESSION}, {@link ModelStore#LINEAR} and {@link
   * ModelStore#REST}.
   *
   * @throws IOException if a file cannot be read
   * @throws ModelException if one is no such model
   */
  public static LinearTransfer load(ModelStore store) throws IOException {
    return new LinearTransfer(
        MorphableModel.load(store),
        NamedArrays.parse(store.read(ModelStore.LINEAR), ModelStore.LINEAR),
        RestingFace.load(store));
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
    float[] displacement = map.displacement(face.shape(), amounts(change, gain));
    ShapeLimits.apply(face.shape(), displacement, change);
    return face.moved(displacement);
  }

  private static float[] amounts(ExpressionChange change, Gain gain) {
    float[] amounts = change.difference().clone();
    for (Blendshape shape : Blendshape.values()) {
      // The map was trained on cautious moves.
      float more = gain.of(shape) / Gain.CAUTIOUS.of(shape) - 1;
      amounts[shape.ordinal()] *= 1 + (1 - change.closure(shape)) * more;
    }
    return amounts;
  }
}
