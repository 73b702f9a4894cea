package io.github.mien.expression;

/**
 * An expression at one moment.
 *
 * @param seconds since the start, not negative
 * @param expression what is shown then
 * @param easing how it is reached from the one before
 */
public record KeyFrame(double seconds, Expression expression, Easing easing) {

  /** Checks the time. */
  public KeyFrame {
    if (!(seconds >= 0) || Double.isInfinite(seconds)) {
      throw new IllegalArgumentException("a key frame comes at 0 s or later, not " + seconds);
    }
  }
}
