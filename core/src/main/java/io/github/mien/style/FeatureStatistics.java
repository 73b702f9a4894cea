package io.github.mien.style;

/**
 * Mean and standard deviation of each channel of a picture's features.
 *
 * @param mean one number a channel; shared
 * @param deviation likewise, above 0
 */
record FeatureStatistics(float[] mean, float[] deviation) {
  /** Added to variances, as Huang and Belongie do. */
  private static final double EPSILON = 1e-5;

  int channels() {
    return mean.length;
  }

  /** Sums over the tiles of a picture. */
  static final class Sums {
    private final double[] sum;
    private final double[] squares;
    private long count;

    Sums(int channels) {
      sum = new double[channels];
      squares = new double[channels];
    }

    /**
     * Adds a part of a tile's features.
     *
     * @param features channel by channel, row by row
     * @param width columns of the tile's features
     * @param height rows
     * @param left first column that counts
     * @param right behind the last
     * @param top first row that counts
     * @param bottom behind the last
     */
    void add(float[] features, int width, int height, int left, int right, int top, int bottom) {
      for (int c = 0; c < sum.length; c++) {
        for (int y = top; y < bottom; y++) {
          int row = (c * height + y) * width;
          for (int i = row + left; i < row + right; i++) {
            sum[c] += features[i];
            squares[c] += (double) features[i] * features[i];
          }
        }
      }
      count += (long) (right - left) * (bottom - top);
    }

    FeatureStatistics statistics() {
      float[] mean = new float[sum.length];
      float[] deviation = new float[sum.length];
      for (int c = 0; c < sum.length; c++) {
        double m = sum[c] / count;
        mean[c] = (float) m;
        deviation[c] = (float) Math.sqrt(Math.max(0, squares[c] / count - m * m) + EPSILON);
      }
      return new FeatureStatistics(mean, deviation);
    }
  }
}
