package io.github.mien.reconstruct;

import io.github.mien.face.Landmarks;

/**
 * The inner edge of lips that part wide. Each landmark there is moved on its own, and where many
 * expressions add up the edge gets corners; stretched lips have none. Of the closed curve through
 * the landmarks only the slow harmonics stay (elliptic Fourier descriptors, Kuhl and Giardina
 * 1982), the more the wider the mouth is open.
 */
final class LipCurve {
  /** Height over width of an opening from which on it begins to be round, and where it is. */
  private static final double NARROW = 0.3;

  private static final double WIDE = 0.6;

  private static final int HARMONICS = 2;

  private LipCurve() {}

  /** The points with the inner edge of the lips rounded. */
  static Landmarks round(Landmarks points) {
    Opening mouth = new Opening(points, Opening.LIPS);
    double share = Smooth.step((mouth.gap() / mouth.length() - NARROW) / (WIDE - NARROW));
    if (share == 0) {
      return points;
    }
    float[] xyz = points.toArray();
    smooth(xyz, 0, share);
    smooth(xyz, 1, share);
    return Landmarks.of(xyz);
  }

  private static void smooth(float[] xyz, int axis, double share) {
    int[] lips = Opening.LIPS;
    int n = lips.length;
    double[] slow = new double[n];
    for (int k = -HARMONICS; k <= HARMONICS; k++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          slow[i] += xyz[3 * lips[j] + axis] * Math.cos(2 * Math.PI * k * (i - j) / n) / n;
        }
      }
    }
    for (int i = 0; i < n; i++) {
      int at = 3 * lips[i] + axis;
      xyz[at] += (float) (share * (slow[i] - xyz[at]));
    }
  }
}
