package io.github.mien.encode;

import io.github.mien.face.Face;
import io.github.mien.image.Image;

/**
 * Describes a face by a fixed number of measures, which a {@link FeatureExpressionEncoder} reads.
 * Thread-safe.
 */
public interface FeatureExtractor {

  /** How many numbers {@link #extract} gives; always the same. */
  int length();

  /**
   * The measures of a face.
   *
   * @param photo the picture in which the face was found; read only
   * @param face one of its faces
   * @return {@link #length} numbers, the caller's own
   */
  float[] extract(Image photo, Face face);
}
