package io.github.mien.encode;

import io.github.mien.face.Face;
import io.github.mien.image.Image;

/** The {@link FaceMeasures} of a face; looks at no pixels. Thread-safe. */
public final class GeometryFeatures implements FeatureExtractor {

  @Override
  public int length() {
    return FaceMeasures.names().size();
  }

  @Override
  public float[] extract(Image photo, Face face) {
    return FaceMeasures.of(face.landmarks()).toArray();
  }
}
