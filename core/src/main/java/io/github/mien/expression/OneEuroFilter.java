package io.github.mien.expression;

/**
 * Smooths numbers that come one after another: hard while they rest, little while they move, so
 * that there is neither jitter nor lag (Casiez, Roussel and Vogel, <a
 * href="https://doi.org/10.1145/2207676.2208639">1€ Filter</a>, 2012). Works for coefficients and
 * for coordinates alike. For one thread.
 */
public final class OneEuroFilter {
  /** Cut-off of the speed's own smoothing, as in the paper. */
  private static final double SPEED_CUTOFF = 1;

  private final double minCutoff;
  private final double beta;
  private final double[] values;
  private final double[] speeds;
  private double time;
  private boolean begun;

  /**
   * @param count how many numbers come at a time
   * @param minCutoff hertz; the lower, the less jitter at rest
   * @param beta hertz by which the cut-off rises for a unit a second; the higher, the less lag
   */
  public OneEuroFilter(int count, double minCutoff, double beta) {
    if (!(minCutoff > 0) || !(beta >= 0)) {
      throw new IllegalArgumentException(
          "a filter needs a cut-off above 0 and a beta of 0 or more, not %s and %s"
              .formatted(minCutoff, beta));
    }
    this.minCutoff = minCutoff;
    this.beta = beta;
    this.values = new double[count];
    this.speeds = new double[count];
  }

  /**
   * Smooths the next numbers in place.
   *
   * @param seconds when they were measured, later than those before
   * @param numbers as many as were announced; overwritten
   */
  public void smooth(double seconds, float[] numbers) {
    if (numbers.length != values.length) {
      throw new IllegalArgumentException(
          "the filter is for %d numbers, not %d".formatted(values.length, numbers.length));
    }
    if (begun && !(seconds > time)) {
      throw new IllegalArgumentException(
          "numbers at %s s cannot follow those at %s s".formatted(seconds, time));
    }
    double step = seconds - time;
    for (int i = 0; i < values.length; i++) {
      if (begun) {
        double speed = (numbers[i] - values[i]) / step;
        speeds[i] += share(SPEED_CUTOFF, step) * (speed - speeds[i]);
        double cutoff = minCutoff + beta * Math.abs(speeds[i]);
        values[i] += share(cutoff, step) * (numbers[i] - values[i]);
      } else {
        values[i] = numbers[i];
      }
      numbers[i] = (float) values[i];
    }
    time = seconds;
    begun = true;
  }

  private static double share(double cutoff, double step) {
    double r = 2 * Math.PI * cutoff * step;
    return r / (r + 1);
  }
}
