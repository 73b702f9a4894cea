package io.github.mien.image.io;

import io.github.mien.image.Rect;

/**
 * How a stored frame of an animation comes onto its canvas.
 *
 * @param area what it covers
 * @param millis how long it is shown
 * @param over whether it is laid over what is there, which shows where it is transparent; if not,
 *     it takes the place of what is there
 * @param disposal what becomes of the area when the time is over
 */
record Placement(Rect area, int millis, boolean over, Disposal disposal) {
  /** Shorter delays are slowed down by viewers, in milliseconds. */
  static final int LEAST_MILLIS = 11;

  /** What viewers take for a delay that is missing or too short, in milliseconds. */
  private static final int USUAL_MILLIS = 100;

  /** What becomes of a frame's area before the next frame. */
  enum Disposal {
    /** It stays. */
    KEEP,
    /** It becomes transparent. */
    CLEAR,
    /** It becomes what it was before the frame. */
    RESTORE
  }

  /** How long browsers show a frame for which a file asks for so many milliseconds. */
  static double shown(double millis) {
    return millis < LEAST_MILLIS ? USUAL_MILLIS : millis;
  }
}
