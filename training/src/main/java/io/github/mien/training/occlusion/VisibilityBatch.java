package io.github.mien.training.occlusion;

import io.github.mien.reconstruct.VisibilityNetwork;

/**
 * Faces for one step; N, channels, {@value #SIDE}, {@value #SIDE} each.
 *
 * @param picture levels of 0..1
 * @param hidden 1 where something is in front
 * @param weight how much each pixel counts
 */
record VisibilityBatch(int size, float[] picture, float[] hidden, float[] weight) {
  static final int SIDE = VisibilityNetwork.SIZE;
  static final int PLANE = SIDE * SIDE;

  static VisibilityBatch empty(int size) {
    return new VisibilityBatch(
        size, new float[3 * size * PLANE], new float[size * PLANE], new float[size * PLANE]);
  }
}
