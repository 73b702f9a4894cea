package io.github.mien.training.refiner;

import io.github.mien.face.FacePatch;

/**
 * Samples ready for a network.
 *
 * @param size how many
 * @param images size, 3, 48, 64: RGB in -1..1
 * @param known size, x y of each point where a landmarker had it, fractions of the patch
 * @param labels size, x y of each point
 * @param sensitivity size, coefficients, x y of each point: how coefficients change with points
 */
record PatchBatch(int size, float[] images, float[] known, float[] labels, float[] sensitivity) {
  /** Numbers of a patch's picture. */
  static final int PICTURE = 3 * FacePatch.WIDTH * FacePatch.HEIGHT;

  /**
   * @param points how many points the patch has
   */
  static PatchBatch create(int size, int points) {
    return new PatchBatch(
        size,
        new float[size * PICTURE],
        new float[size * 2 * points],
        new float[size * 2 * points],
        new float[size * Sensitivity.COEFFICIENTS * 2 * points]);
  }
}
