package io.github.mien.training.heads;

/**
 * Brings features to zero mean and unit deviation.
 *
 * @param mean of each
 * @param scale one over the deviation of each; 0 for those that never vary
 */
record Standard(float[] mean, float[] scale) {

  /** Deviations below this part of their mean are noise, and not blown up to 1. */
  private static final double LEAST = 0.1;

  static Standard of(Examples examples) {
    int n = examples.length();
    double[] sum = new double[n];
    double[] squares = new double[n];
    for (int e = 0; e < examples.size(); e++) {
      float[] x = examples.features(e);
      for (int i = 0; i < n; i++) {
        sum[i] += x[i];
        squares[i] += (double) x[i] * x[i];
      }
    }
    float[] mean = new float[n];
    double[] deviation = new double[n];
    double typical = 0;
    for (int i = 0; i < n; i++) {
      mean[i] = (float) (sum[i] / examples.size());
      deviation[i] =
          Math.sqrt(Math.max(0, squares[i] / examples.size() - (double) mean[i] * mean[i]));
      typical += deviation[i] / n;
    }
    float[] scale = new float[n];
    for (int i = 0; i < n; i++) {
      scale[i] = deviation[i] == 0 ? 0 : (float) (1 / Math.max(deviation[i], LEAST * typical));
    }
    return new Standard(mean, scale);
  }

  float[] apply(float[] features) {
    float[] standard = new float[features.length];
    for (int i = 0; i < standard.length; i++) {
      standard[i] = (features[i] - mean[i]) * scale[i];
    }
    return standard;
  }

  /**
   * A head for features as they are.
   *
   * @param inner for those brought to the standard, [rank, n]
   * @param outer [m, rank]
   * @param bias [m]
   */
  Head folded(float[] inner, float[] outer, float[] bias) {
    int n = mean.length;
    int rank = inner.length / n;
    float[] direct = new float[inner.length];
    float[] constants = bias.clone();
    for (int k = 0; k < rank; k++) {
      double shift = 0;
      for (int i = 0; i < n; i++) {
        direct[k * n + i] = inner[k * n + i] * scale[i];
        shift += (double) direct[k * n + i] * mean[i];
      }
      for (int o = 0; o < constants.length; o++) {
        constants[o] -= (float) (outer[o * rank + k] * shift);
      }
    }
    return new Head(direct, outer, constants);
  }
}
