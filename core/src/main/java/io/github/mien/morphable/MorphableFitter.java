package io.github.mien.morphable;

import io.github.mien.face.Landmarks;

/** Fits a {@link MorphableModel} to the landmarks of a face. Thread-safe. */
public final class MorphableFitter {
  private final float[] mean;
  private final float[] rigidity;

  /**
   * @param model to fit
   */
  public MorphableFitter(MorphableModel model) {
    mean = model.mean();
    rigidity = model.rigidity();
  }

  /**
   * Where the head is: the mean shape brought onto the points, those that expressions hardly move
   * counting most.
   */
  public HeadFrame frame(Landmarks landmarks) {
    return frame(landmarks.toArray());
  }

  /**
   * The same for plain points.
   *
   * @param xyz x, y, z of the 478 points in picture coordinates
   */
  public HeadFrame frame(float[] xyz) {
    return HeadFrame.between(mean, xyz, rigidity);
  }
}
