package io.github.mien.training.expression;

/**
 * A labelled face in the canonical frame.
 *
 * @param name of the photo
 * @param shape x, y, z of the 478 points
 * @param coefficients 51, without {@code _neutral} and {@code tongueOut}
 */
record CanonicalFace(String name, float[] shape, float[] coefficients) {

  CanonicalFace mirrored(int[] mirror) {
    return new CanonicalFace(name, Shapes.mirrored(shape, mirror), Shapes.mirrored(coefficients));
  }
}
