package io.github.mien.training.synth;

import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;

/** Points of a head turned in three dimensions, seen from far away. */
public final class HeadTurn {
  private HeadTurn() {}

  /**
   * @param face z grows away from the viewer, in the unit of x and y
   * @param yaw radians about the face's vertical axis
   * @param pitch radians about its horizontal axis
   */
  public static Landmarks apply(Landmarks face, double yaw, double pitch) {
    float[] points = face.toArray();
    double cos = Math.cos(face.roll());
    double sin = Math.sin(face.roll());
    double[] middle = middle(points);
    double cy = Math.cos(yaw), sy = Math.sin(yaw);
    double cp = Math.cos(pitch), sp = Math.sin(pitch);
    for (int i = 0; i < points.length; i += 3) {
      double dx = points[i] - middle[0];
      double dy = points[i + 1] - middle[1];
      double z = points[i + 2] - middle[2];
      double u = cos * dx + sin * dy;
      double v = cos * dy - sin * dx;
      double u1 = cy * u + sy * z;
      double z1 = cy * z - sy * u;
      double v1 = cp * v + sp * z1;
      double z2 = cp * z1 - sp * v;
      points[i] = (float) (middle[0] + cos * u1 - sin * v1);
      points[i + 1] = (float) (middle[1] + sin * u1 + cos * v1);
      points[i + 2] = (float) (middle[2] + z2);
    }
    return Landmarks.of(points);
  }

  /** The middle of the outline, which lies at the depth of the ears. */
  private static double[] middle(float[] points) {
    int[] outline = FaceMesh.outline();
    double[] middle = new double[3];
    for (int p : outline) {
      for (int k = 0; k < 3; k++) {
        middle[k] += points[3 * p + k] / (double) outline.length;
      }
    }
    return middle;
  }
}
