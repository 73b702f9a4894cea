package io.github.mien.transfer;

import io.github.mien.morphable.HeadFrame;
import io.github.mien.morphable.MorphableFitter;

/**
 * A face in its picture and in the canonical frame.
 *
 * @param points x, y, z of the 478 points in the picture; shared
 * @param shape the same points in the canonical frame; shared
 * @param frame from one to the other
 */
record PosedFace(float[] points, float[] shape, HeadFrame frame) {

  static PosedFace of(float[] points, MorphableFitter fitter) {
    HeadFrame frame = fitter.frame(points);
    return new PosedFace(points, frame.toCanonical(points), frame);
  }

  /**
   * The points in the picture after a move.
   *
   * @param displacement in the canonical frame
   */
  float[] moved(float[] displacement) {
    float[] moved = frame.turn(displacement);
    for (int i = 0; i < moved.length; i++) {
      moved[i] += points[i];
    }
    return moved;
  }
}
