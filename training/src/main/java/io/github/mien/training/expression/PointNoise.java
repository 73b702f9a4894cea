package io.github.mien.training.expression;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Errors like a landmarker's: neighbouring points err together, each also a little by itself. The
 * mean length of a draw is 1.
 */
final class PointNoise {
  private static final int BUMPS = 24;
  private static final double LEAST_REACH = 0.06;
  private static final double REACH_RATIO = 6;
  private static final double OWN = 0.5;

  private final float[] mean;
  private final int[] points;
  private final SplittableRandom random;

  /**
   * @param mean shape
   * @param points of the 478 that errors are wanted for
   */
  PointNoise(float[] mean, int[] points, long seed) {
    this.mean = mean;
    this.points = points;
    this.random = new SplittableRandom(seed);
  }

  /** x, y of each point. */
  float[] next() {
    double[] error = new double[2 * points.length];
    Arrays.setAll(error, i -> OWN * random.nextGaussian());
    for (int bump = 0; bump < BUMPS; bump++) {
      int centre = points[random.nextInt(points.length)];
      double reach = LEAST_REACH * Math.pow(REACH_RATIO, random.nextDouble());
      double x = random.nextGaussian(), y = random.nextGaussian();
      for (int i = 0; i < points.length; i++) {
        double d = Shapes.squaredDistance(mean, points[i], mean, centre);
        double near = Math.exp(-d / (2 * reach * reach));
        error[2 * i] += near * x;
        error[2 * i + 1] += near * y;
      }
    }
    double sum = 0;
    for (int i = 0; i < error.length; i += 2) {
      sum += Math.hypot(error[i], error[i + 1]) / points.length;
    }
    float[] out = new float[error.length];
    for (int i = 0; i < error.length; i++) {
      out[i] = (float) (error[i] / sum);
    }
    return out;
  }
}
