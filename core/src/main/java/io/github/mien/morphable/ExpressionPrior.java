package io.github.mien.morphable;

import io.github.mien.expression.Blendshape;
import io.github.mien.model.ModelException;
import io.github.mien.model.ModelStore;
import io.github.mien.model.NamedArrays;
import java.io.IOException;

/**
 * What is believed of an expression before a face is seen, and how far points can be believed: what
 * a fit weighs against each other.
 *
 * @param mean usual amount of each direction of expression; shared
 * @param deviations how far people differ from it; shared
 * @param least the smallest amount
 * @param most the largest amount
 * @param noise standard deviation of a point's error, in the unit of the model's shapes
 */
public record ExpressionPrior(
    float[] mean, float[] deviations, double least, double most, double noise) {

  /** Checks sizes and ranges. */
  public ExpressionPrior {
    if (mean.length != deviations.length) {
      throw new IllegalArgumentException(
          "%d means but %d deviations".formatted(mean.length, deviations.length));
    }
    if (!(least < most) || !(noise > 0)) {
      throw new IllegalArgumentException(
          "amounts from %s to %s and a noise of %s make no prior".formatted(least, most, noise));
    }
  }

  /**
   * The prior of the embedded model, {@link ModelStore#MORPHABLE}.
   *
   * @throws IOException if the file cannot be read
   * @throws ModelException if it is no such model
   */
  public static ExpressionPrior load(ModelStore store) throws IOException {
    return of(NamedArrays.parse(store.read(ModelStore.MORPHABLE), ModelStore.MORPHABLE));
  }

  /**
   * The prior in arrays: {@code expression.mean} [52], {@code expression.deviations} [52], {@code
   * noise} [1]; coefficients are in 0..1.
   *
   * @throws ModelException if one is missing or of another size
   */
  public static ExpressionPrior of(NamedArrays arrays) {
    return new ExpressionPrior(
        arrays.floats("expression.mean", Blendshape.COUNT),
        arrays.floats("expression.deviations", Blendshape.COUNT),
        0,
        1,
        arrays.floats("noise", 1)[0]);
  }

  /** The same beliefs about expressions with points believed more or less. */
  public ExpressionPrior withNoise(double other) {
    return new ExpressionPrior(mean, deviations, least, most, other);
  }
}
