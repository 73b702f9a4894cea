package io.github.mien.expression;

/**
 * What is moved onto another face: what somebody shows, and what that same face looks like at rest.
 * The expression is the difference; heavy brows or narrow eyes that a person always has are not
 * part of it.
 *
 * @param shown what the face shows
 * @param rest the same face without expression, from a photo or estimated
 */
public record Performance(Expression shown, Expression rest) {}
