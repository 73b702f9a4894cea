package io.github.mien.expression;

import org.jspecify.annotations.Nullable;

/**
 * What is moved onto another face: what somebody shows, and what that same face looks like at rest.
 * The expression is the difference; heavy brows or narrow eyes that a person always has are not
 * part of it.
 *
 * @param shown what the face shows
 * @param rest the same face without expression, from a photo; null where none is known, a transfer
 *     then estimates it
 * @param authored whether somebody made it up: what is read from a photo is uncertain, and a
 *     transfer exaggerates nothing of it; what was made up is meant as it stands
 */
public record Performance(Expression shown, @Nullable Expression rest, boolean authored) {

  /**
   * Of a person whose face at rest is known.
   *
   * @param shown what the face shows
   * @param rest the same face without expression; null if it is not known
   */
  public Performance(Expression shown, @Nullable Expression rest) {
    this(shown, rest, false);
  }

  /** Of a person whose face at rest is not known. */
  public static Performance of(Expression shown) {
    return new Performance(shown, null);
  }

  /** Made up from coefficients: all of them are expression, and gaze turns the eyes as far. */
  public static Performance authored(Expression expression) {
    return new Performance(expression, Expression.NEUTRAL, true);
  }
}
