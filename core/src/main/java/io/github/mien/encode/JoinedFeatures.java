package io.github.mien.encode;

import io.github.mien.face.Face;
import io.github.mien.image.Image;
import java.util.List;

/** Several kinds of features one after the other. Thread-safe if its parts are. */
public final class JoinedFeatures implements FeatureExtractor {
  private final List<FeatureExtractor> parts;
  private final int length;

  /**
   * @param parts in the order of their numbers, at least one
   */
  public JoinedFeatures(List<FeatureExtractor> parts) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("needs at least one kind of features to join");
    }
    this.parts = List.copyOf(parts);
    this.length = parts.stream().mapToInt(FeatureExtractor::length).sum();
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public float[] extract(Image photo, Face face) {
    float[] joined = new float[length];
    int at = 0;
    for (FeatureExtractor part : parts) {
      System.arraycopy(part.extract(photo, face), 0, joined, at, part.length());
      at += part.length();
    }
    return joined;
  }
}
