package io.github.mien.expression;

/**
 * The course of a spontaneous blink: lids fall in a tenth of a second and rise in twice that time
 * (Kwon et al., <a href="https://doi.org/10.1098/rsif.2013.0227">High-speed camera characterization
 * of voluntary eye blinking kinematics</a>, 2013).
 */
final class Blink {
  private static final double CLOSING = 0.1;
  private static final double SHUT = 0.05;
  private static final double OPENING = 0.2;

  private Blink() {}

  /**
   * How far the lids are closed.
   *
   * @param seconds since they began to close
   */
  static double closed(double seconds) {
    if (seconds <= 0 || seconds >= CLOSING + SHUT + OPENING) {
      return 0;
    }
    if (seconds < CLOSING) {
      return Easing.IN_OUT.at(seconds / CLOSING);
    }
    double open = Math.max(0, seconds - CLOSING - SHUT);
    return 1 - Easing.IN_OUT.at(open / OPENING);
  }
}
