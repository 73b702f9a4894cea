package io.github.mien.image;

/**
 * One picture of an animation.
 *
 * @param image what is shown
 * @param millis for how long, in milliseconds, at least 1
 */
public record Frame(Image image, int millis) {

  /** Checks the time. */
  public Frame {
    if (millis < 1) {
      throw new IllegalArgumentException(
          "a frame is shown for at least a millisecond, not " + millis);
    }
  }
}
