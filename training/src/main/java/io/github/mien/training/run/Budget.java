package io.github.mien.training.run;

/**
 * How long a run takes: the share that is done follows whichever limit is nearer, so that the rate
 * always comes to its end.
 *
 * @param seconds at most; with 0 nothing is learnt
 * @param steps at most, likewise
 * @param rate highest learning rate
 */
public record Budget(double seconds, long steps, double rate) {

  /** Limited by time alone. */
  public static Budget seconds(double seconds, double rate) {
    return new Budget(seconds, Long.MAX_VALUE, rate);
  }

  /** Limited by steps alone, which makes a run that can be repeated. */
  public static Budget steps(long steps, double rate) {
    return new Budget(Double.MAX_VALUE, steps, rate);
  }

  /**
   * @param elapsed seconds since the start
   * @param done steps
   * @return 0..1, 1 at the end
   */
  double progress(double elapsed, long done) {
    if (seconds <= 0 || done >= steps) {
      return 1;
    }
    return Math.min(1, Math.max(elapsed / seconds, (double) done / steps));
  }
}
