package io.github.mien.encode;

import io.github.mien.expression.Expression;
import io.github.mien.face.Face;
import io.github.mien.model.ModelException;
import io.github.mien.model.ModelStore;
import io.github.mien.morphable.ExpressionPrior;
import io.github.mien.morphable.FaceBasis;
import io.github.mien.morphable.LeastSquaresFitter;
import io.github.mien.morphable.MorphableFit;
import io.github.mien.morphable.MorphableModel;
import java.io.IOException;

/**
 * Reads the expression β out of a fit of the statistical face, which has set identity and pose
 * apart. Turned heads are read as well as straight ones.
 *
 * <p>Immutable, thread-safe.
 */
public final class MorphableExpressionEncoder implements ExpressionEncoder {
  private final LeastSquaresFitter fitter;

  /**
   * @param fitter of Mien's own model, whose amounts of expression are coefficients
   */
  public MorphableExpressionEncoder(LeastSquaresFitter fitter) {
    this.fitter = fitter;
  }

  /**
   * With the models of a store, {@link ModelStore#EXPRESSION} and {@link ModelStore#MORPHABLE}, at
   * all points.
   *
   * @throws IOException if a file cannot be read
   * @throws ModelException if one is no such model
   */
  public static MorphableExpressionEncoder load(ModelStore store) throws IOException {
    return new MorphableExpressionEncoder(
        new LeastSquaresFitter(
            FaceBasis.of(MorphableModel.load(store), ExpressionPrior.load(store))));
  }

  @Override
  public Expression encode(Face face) {
    MorphableFit fit = fitter.fit(face.landmarks());
    return Expression.of(fit.expression(), fit.frame().pose());
  }
}
