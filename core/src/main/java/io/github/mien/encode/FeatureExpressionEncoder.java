package io.github.mien.encode;

import io.github.mien.expression.Blendshape;
import io.github.mien.expression.Expression;
import io.github.mien.face.Face;
import io.github.mien.image.Image;
import io.github.mien.model.ModelException;
import io.github.mien.model.NamedArrays;
import io.github.mien.morphable.MorphableFitter;

/**
 * Reads the coefficients from features by a linear head, and the head's pose from the landmarks.
 * Heads are trained by the command {@code heads} of the module {@code training}. Thread-safe if the
 * features are.
 */
public final class FeatureExpressionEncoder implements ExpressionEncoder {
  private final FeatureExtractor features;
  private final Dense inner;
  private final Dense outer;
  private final MorphableFitter fitter;

  /**
   * The head is y = {@code outer} ({@code inner} x) + {@code bias}, clamped to 0..1, for features
   * x; {@code inner} is [k, n], {@code outer} [52, k] and {@code bias} [52], their names beginning
   * with {@code head.}.
   *
   * @param features as those that the head was trained for
   * @param head its arrays
   * @param fitter tells the pose
   * @throws ModelException if an array is missing, or is made for another number of features
   */
  public FeatureExpressionEncoder(
      FeatureExtractor features, NamedArrays head, MorphableFitter fitter) {
    this.features = features;
    this.fitter = fitter;
    float[] bias = head.floats("head.bias", Blendshape.COUNT);
    float[] weight = head.floats("head.inner", -1, features.length());
    int rank = weight.length / features.length();
    inner = new Dense(weight, new float[rank]);
    outer = new Dense(head.floats("head.outer", Blendshape.COUNT, rank), bias);
  }

  @Override
  public Expression encode(Image photo, Face face) {
    float[] coefficients = outer.apply(inner.apply(features.extract(photo, face)));
    return Expression.of(coefficients, fitter.frame(face.landmarks()).pose());
  }
}
