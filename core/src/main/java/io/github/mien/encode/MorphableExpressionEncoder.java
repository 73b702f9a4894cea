package io.github.mien.encode;

import io.github.mien.expression.Expression;
import io.github.mien.face.Face;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
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

  /**
   * {@inheritDoc}
   *
   * @param photo not looked at
   */
  @Override
  public Expression encode(Image photo, Face face) {
    return encode(face.landmarks());
  }

  /** The coefficients and the head pose of points; the picture that they are from is not needed. */
  public Expression encode(Landmarks landmarks) {
    MorphableFit fit = fitter.fit(landmarks);
    return Expression.of(fit.expression(), fit.frame().pose());
  }
}
