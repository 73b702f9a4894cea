package io.github.mien.morphable;

import io.github.mien.expression.Blendshape;
import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import java.util.stream.IntStream;

/**
 * What is fitted to a face: a linear model at those of its points that a picture shows. Shapes are
 * x, y, z of each point; the axes are those of {@link MorphableModel}.
 *
 * @param points what the points are called: indices among the 478 of {@link Landmarks}; shared
 * @param rightEye position in {@code points} of the outer corner of the right eye
 * @param leftEye position in {@code points} of the outer corner of the left eye
 * @param mean shape; shared
 * @param identity directions in which people differ; shared
 * @param identityDeviations of people along them; shared
 * @param expression directions in which expressions move a face; shared
 * @param prior of amounts of expression
 */
public record FaceBasis(
    int[] points,
    int rightEye,
    int leftEye,
    float[] mean,
    float[][] identity,
    float[] identityDeviations,
    float[][] expression,
    ExpressionPrior prior) {

  /** Checks that sizes agree. */
  public FaceBasis {
    if (mean.length != 3 * points.length) {
      throw new IllegalArgumentException(
          "%d points need %d numbers of a mean shape, not %d"
              .formatted(points.length, 3 * points.length, mean.length));
    }
    if (identity.length != identityDeviations.length) {
      throw new IllegalArgumentException(
          "%d directions of identity but %d deviations"
              .formatted(identity.length, identityDeviations.length));
    }
    if (expression.length != prior.mean().length) {
      throw new IllegalArgumentException(
          "%d directions of expression but a prior of %d"
              .formatted(expression.length, prior.mean().length));
    }
  }

  /** A model at all 478 points. */
  public static FaceBasis of(MorphableModel model, ExpressionPrior prior) {
    return at(IntStream.range(0, Landmarks.COUNT).toArray(), model, prior);
  }

  /** A model at the iBUG 68, in their order. */
  public static FaceBasis ibug68(MorphableModel model, ExpressionPrior prior) {
    return at(FaceMesh.ibug68(), model, prior);
  }

  private static FaceBasis at(int[] points, MorphableModel model, ExpressionPrior prior) {
    float[][] identity = new float[model.identityCount()][];
    float[] deviations = new float[identity.length];
    for (int i = 0; i < identity.length; i++) {
      identity[i] = selected(model.identity(i), points);
      deviations[i] = model.identityDeviation(i);
    }
    float[][] expression = new float[Blendshape.COUNT][];
    for (Blendshape shape : Blendshape.values()) {
      expression[shape.ordinal()] = selected(model.field(shape), points);
    }
    return new FaceBasis(
        points,
        position(points, FaceMesh.RIGHT_EYE_OUTER),
        position(points, FaceMesh.LEFT_EYE_OUTER),
        selected(model.mean(), points),
        identity,
        deviations,
        expression,
        prior);
  }

  private static float[] selected(float[] shape, int[] points) {
    float[] out = new float[3 * points.length];
    for (int i = 0; i < points.length; i++) {
      System.arraycopy(shape, 3 * points[i], out, 3 * i, 3);
    }
    return out;
  }

  private static int position(int[] points, int wanted) {
    return IntStream.range(0, points.length)
        .filter(i -> points[i] == wanted)
        .findFirst()
        .orElseThrow();
  }

  /**
   * The shape of a face in the canonical frame.
   *
   * @param alpha amount of each direction of identity
   * @param beta amount of each direction of expression
   */
  public float[] shape(float[] alpha, float[] beta) {
    float[] shape = mean.clone();
    add(shape, identity, alpha);
    add(shape, expression, beta);
    return shape;
  }

  private static void add(float[] shape, float[][] directions, float[] amounts) {
    for (int k = 0; k < directions.length; k++) {
      for (int i = 0; i < shape.length; i++) {
        shape[i] += amounts[k] * directions[k][i];
      }
    }
  }
}
