package io.github.mien.transfer;

import io.github.mien.expression.Expression;
import io.github.mien.face.Landmarks;

/**
 * Where the points of a target go.
 *
 * @param wanted the expression that the target should show
 * @param from the target's landmarks
 * @param to the same points after the move, in the same picture coordinates
 */
public record Motion(Expression wanted, Landmarks from, Landmarks to) {}
