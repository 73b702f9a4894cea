package io.github.mien.style;

/**
 * What a picture looks like whatever it shows: mean and deviation of each channel of its features.
 * Belongs to the encoder that read it. Immutable.
 */
public final class Style {
  private final FeatureStatistics features;

  Style(FeatureStatistics features) {
    this.features = features;
  }

  FeatureStatistics features() {
    return features;
  }
}
