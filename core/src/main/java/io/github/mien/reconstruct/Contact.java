package io.github.mien.reconstruct;

import io.github.mien.face.Landmarks;

/** Lips and lids touch but do not pass through each other. */
final class Contact {
  private static final int[][] LOOPS = {Opening.LIPS, Opening.RIGHT_EYE, Opening.LEFT_EYE};

  private Contact() {}

  /** The points with edges that overlap brought to the line midway between them. */
  static Landmarks settle(Landmarks points) {
    float[] xyz = points.toArray();
    for (int[] loop : LOOPS) {
      Opening opening = new Opening(points, loop);
      for (int i = 1; i < loop.length / 2; i++) {
        int upper = loop[i];
        int lower = loop[loop.length - i];
        double overlap =
            opening.t(points.x(upper), points.y(upper))
                - opening.t(points.x(lower), points.y(lower));
        if (overlap > 0) {
          opening.shiftAcross(xyz, upper, -overlap / 2);
          opening.shiftAcross(xyz, lower, overlap / 2);
        }
      }
    }
    return Landmarks.of(xyz);
  }
}
