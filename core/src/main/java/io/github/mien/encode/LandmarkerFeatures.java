package io.github.mien.encode;

import io.github.mien.face.Face;
import io.github.mien.image.Image;

/**
 * The pooled features of Mien's landmarker, which has already looked at the face: {@link
 * Face#features()} scaled to Euclidean length 1. They cost next to nothing. Thread-safe.
 */
public final class LandmarkerFeatures implements FeatureExtractor {
  /** Numbers that the embedded landmarker gives. */
  private static final int LENGTH = 160;

  @Override
  public int length() {
    return LENGTH;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the face was found by a model without such features
   */
  @Override
  public float[] extract(Image photo, Face face) {
    if (face.features().length != LENGTH) {
      throw new IllegalArgumentException(
          "the face comes with %d features, not the %d of Mien's landmarker; find it with that model, or encode it by landmarks"
              .formatted(face.features().length, LENGTH));
    }
    return UnitLength.of(face.features().clone());
  }
}
