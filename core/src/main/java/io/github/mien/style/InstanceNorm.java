package io.github.mien.style;

/**
 * Adaptive instance normalisation (Huang and Belongie 2017, arXiv:1703.06868): gives each channel
 * of a content's features the mean and deviation of a style's.
 */
final class InstanceNorm {
  private final float[] scale;
  private final float[] shift;

  /**
   * @param content of the whole picture, so that its tiles agree
   * @param style of as many channels
   * @param strength 0 leaves the features as they are, 1 is the style
   */
  InstanceNorm(FeatureStatistics content, FeatureStatistics style, float strength) {
    scale = new float[content.channels()];
    shift = new float[content.channels()];
    for (int c = 0; c < scale.length; c++) {
      float whole = style.deviation()[c] / content.deviation()[c];
      scale[c] = 1 + strength * (whole - 1);
      shift[c] = strength * (style.mean()[c] - whole * content.mean()[c]);
    }
  }

  /**
   * Changes features.
   *
   * @param features channel by channel; modified
   */
  void apply(float[] features) {
    int plane = features.length / scale.length;
    for (int c = 0, i = 0; c < scale.length; c++) {
      float factor = scale[c];
      float more = shift[c];
      for (int end = i + plane; i < end; i++) {
        features[i] = factor * features[i] + more;
      }
    }
  }
}
