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
public record Motion(Expression wanted, Landmarks from, Landmarks to) {
  /** Moves below this many pixels cannot be seen. */
  private static final double STILL = 1e-3;

  /** Whether it moves nothing that could be seen. */
  public boolean isStill() {
    for (int i = 0; i < Landmarks.COUNT; i++) {
      if (Math.hypot(to.x(i) - from.x(i), to.y(i) - from.y(i)) >= STILL) {
        return false;
      }
    }
    return true;
  }
}
