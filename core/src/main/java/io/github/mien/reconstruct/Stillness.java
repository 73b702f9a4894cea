package io.github.mien.reconstruct;

import io.github.mien.face.Landmarks;
import io.github.mien.transfer.Motion;

/** Whether a motion moves nothing that could be seen. */
final class Stillness {
  /** Moves below this many pixels cannot be seen. */
  private static final double STILL = 1e-3;

  private Stillness() {}

  static boolean of(Motion motion) {
    Landmarks from = motion.from();
    Landmarks to = motion.to();
    for (int i = 0; i < Landmarks.COUNT; i++) {
      if (Math.hypot(to.x(i) - from.x(i), to.y(i) - from.y(i)) >= STILL) {
        return false;
      }
    }
    return true;
  }
}
