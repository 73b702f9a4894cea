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
 */
public record Performance(Expression shown, @Nullable Expression rest) {

  /** Of a person whose face at rest is not known. */
  public static Performance of(Expression shown) {
    return new Performance(shown, null);
  }
}
