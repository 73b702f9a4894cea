package io.github.mien.training.expression;

import io.github.mien.expression.Blendshape;
import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;

/** Makes a blink bring the mean shape's upper lid onto the lower one, the skin above following. */
final class LidClosure {
  private static final double REACH = 0.03;

  private LidClosure() {}

  /**
   * @param fields a field for each {@link Blendshape}; those of the blinks are modified
   */
  static void apply(float[][] fields, float[] mean) {
    close(fields[Blendshape.EYE_BLINK_RIGHT.ordinal()], mean, FaceMesh.rightEye());
    close(fields[Blendshape.EYE_BLINK_LEFT.ordinal()], mean, FaceMesh.leftEye());
  }

  /**
   * @param ring the lid line: outer corner, upper lid, inner corner, lower lid backwards
   */
  private static void close(float[] field, float[] mean, int[] ring) {
    int half = ring.length / 2;
    float[] lower = new float[Landmarks.COUNT];
    double[][] gaps = new double[half - 1][3];
    for (int i = 1; i < half; i++) {
      int up = ring[i], down = ring[ring.length - i];
      lower[down] = 1;
      for (int k = 1; k < 3; k++) {
        gaps[i - 1][k] =
            mean[3 * down + k] + field[3 * down + k] - mean[3 * up + k] - field[3 * up + k];
      }
    }
    for (int p = 0; p < FaceMesh.FIRST_IRIS; p++) {
      if (lower[p] == 0) {
        follow(field, mean, p, ring, gaps);
      }
    }
  }

  private static void follow(float[] field, float[] mean, int point, int[] ring, double[][] gaps) {
    double total = 0;
    double[] sum = new double[3];
    for (int i = 0; i < gaps.length; i++) {
      int up = ring[i + 1];
      boolean same = point == up;
      double d = Shapes.squaredDistance(mean, point, mean, up);
      double weight = same ? 1e9 : Math.exp(-d / (2 * REACH * REACH));
      total += weight;
      for (int k = 1; k < 3; k++) {
        sum[k] += weight * gaps[i][k];
      }
    }
    for (int k = 1; k < 3; k++) {
      field[3 * point + k] += (float) (sum[k] / Math.max(1, total));
    }
  }
}
