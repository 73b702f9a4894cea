package io.github.mien.morphable;

import io.github.mien.face.FaceMesh;
import io.github.mien.model.ModelException;

/**
 * The iBUG 68 among the vertices of somebody else's model, brought from its frame (y up, z towards
 * the viewer) into the canonical one.
 */
final class LandmarkVertices {
  /** Numbers of the outer corners of the eyes among the iBUG 68. */
  private static final int RIGHT_EYE_OUTER = 36;

  private static final int LEFT_EYE_OUTER = 45;

  private final int[] vertices;

  /**
   * @param vertices numbers of the 68 vertices in the order of iBUG
   * @param available vertices of the model
   * @param origin what to call the file in errors
   */
  LandmarkVertices(int[] vertices, int available, String origin) {
    int[] points = FaceMesh.ibug68();
    if (vertices.length != points.length) {
      throw new IllegalArgumentException(
          "needs the vertices of the %d iBUG points, not %d"
              .formatted(points.length, vertices.length));
    }
    for (int vertex : vertices) {
      if (vertex < 0 || vertex >= available) {
        throw new ModelException(
            "%s has %d vertices, so none is number %d; are the landmarks those of another model?"
                .formatted(origin, available, vertex));
      }
    }
    this.vertices = vertices.clone();
  }

  /** The vertex of a point. */
  int vertex(int point) {
    return vertices[point];
  }

  int count() {
    return vertices.length;
  }

  /** Of all vertices' x, y, z those of the points. */
  float[] of(float[] all) {
    float[] selected = new float[3 * vertices.length];
    for (int i = 0; i < vertices.length; i++) {
      System.arraycopy(all, 3 * vertices[i], selected, 3 * i, 3);
    }
    return selected;
  }

  /**
   * The basis of a model whose directions are given in standard deviations.
   *
   * @param mean x, y, z of the 68 points in the model's frame
   * @param identity directions in the model's frame
   * @param expression directions in the model's frame
   * @param prior of amounts of expression
   */
  static FaceBasis basis(
      float[] mean, float[][] identity, float[][] expression, ExpressionPrior prior) {
    int right = 3 * RIGHT_EYE_OUTER, left = 3 * LEFT_EYE_OUTER;
    double unit = Math.hypot(mean[left] - mean[right], mean[left + 1] - mean[right + 1]);
    float[] shape = flipped(mean, unit);
    for (int k = 0; k < 3; k++) {
      float middle = (shape[right + k] + shape[left + k]) / 2;
      for (int i = k; i < shape.length; i += 3) {
        shape[i] -= middle;
      }
    }
    float[] deviations = new float[identity.length];
    java.util.Arrays.fill(deviations, 1);
    return new FaceBasis(
        FaceMesh.ibug68(),
        RIGHT_EYE_OUTER,
        LEFT_EYE_OUTER,
        shape,
        flipped(identity, unit),
        deviations,
        flipped(expression, unit),
        prior);
  }

  private static float[][] flipped(float[][] directions, double unit) {
    float[][] out = new float[directions.length][];
    for (int i = 0; i < out.length; i++) {
      out[i] = flipped(directions[i], unit);
    }
    return out;
  }

  private static float[] flipped(float[] xyz, double unit) {
    float[] out = new float[xyz.length];
    for (int i = 0; i < xyz.length; i += 3) {
      out[i] = (float) (xyz[i] / unit);
      out[i + 1] = (float) (-xyz[i + 1] / unit);
      out[i + 2] = (float) (-xyz[i + 2] / unit);
    }
    return out;
  }

  /**
   * Beliefs about expressions of which nothing but a scale is known.
   *
   * @param count directions
   * @param deviation of amounts about 0
   */
  static ExpressionPrior prior(
      int count, double deviation, double least, double most, double noise) {
    float[] deviations = new float[count];
    java.util.Arrays.fill(deviations, (float) deviation);
    return new ExpressionPrior(new float[count], deviations, least, most, noise);
  }
}
