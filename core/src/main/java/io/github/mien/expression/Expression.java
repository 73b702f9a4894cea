package io.github.mien.expression;

import java.util.Arrays;

/**
 * What a face shows: a coefficient in 0..1 for each {@link Blendshape}, and the head's pose.
 * Immutable.
 */
public final class Expression {
  /** No coefficient above zero, head straight. */
  public static final Expression NEUTRAL =
      new Expression(new float[Blendshape.COUNT], HeadPose.FRONTAL);

  private final float[] coefficients;
  private final HeadPose pose;

  private Expression(float[] coefficients, HeadPose pose) {
    this.coefficients = coefficients;
    this.pose = pose;
  }

  /**
   * @param coefficients one for each {@link Blendshape} in order; copied, and clamped to 0..1
   * @param pose the head's pose
   */
  public static Expression of(float[] coefficients, HeadPose pose) {
    if (coefficients.length != Blendshape.COUNT) {
      throw new IllegalArgumentException(
          "needs " + Blendshape.COUNT + " coefficients, not " + coefficients.length);
    }
    float[] clamped = coefficients.clone();
    for (int i = 0; i < clamped.length; i++) {
      if (Float.isNaN(clamped[i])) {
        throw new IllegalArgumentException(Blendshape.values()[i].arkitName() + " is not a number");
      }
      clamped[i] = Math.max(0, Math.min(1, clamped[i]));
    }
    return new Expression(clamped, pose);
  }

  /** One coefficient, 0..1. */
  public float get(Blendshape shape) {
    return coefficients[shape.ordinal()];
  }

  /** This expression with one coefficient changed. */
  public Expression with(Blendshape shape, double value) {
    float[] changed = coefficients.clone();
    changed[shape.ordinal()] = (float) value;
    return of(changed, pose);
  }

  /** The head's pose. */
  public HeadPose pose() {
    return pose;
  }

  /** A copy of the coefficients in the order of {@link Blendshape}. */
  public float[] toArray() {
    return coefficients.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Expression e
        && Arrays.equals(coefficients, e.coefficients)
        && pose.equals(e.pose);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(coefficients) + pose.hashCode();
  }
}
