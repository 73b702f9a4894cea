package io.github.mien.training.data;

import io.github.mien.face.FaceCrop;
import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import java.util.List;

/** Which point is which in the mirror, found on the mean face of the data. */
public final class Mirror {
  private static final int[][] PAIRS = {
    {FaceMesh.RIGHT_EYE_OUTER, FaceMesh.LEFT_EYE_OUTER},
    {FaceMesh.RIGHT_EYE_INNER, FaceMesh.LEFT_EYE_INNER},
    {FaceMesh.MOUTH_RIGHT, FaceMesh.MOUTH_LEFT},
    {234, 454},
    {127, 356}
  };

  private final int[] points;

  private Mirror(int[] points) {
    this.points = points;
  }

  /**
   * Pairs each point with the one nearest to its reflection.
   *
   * @throws IllegalStateException if that is no pairing, as with labels that are no faces
   */
  public static Mirror of(List<LabelledPhoto> photos) {
    double[] mean = meanFace(photos);
    double[] reflected = reflect(mean);
    int[] points = new int[Landmarks.COUNT];
    for (int i = 0; i < points.length; i++) {
      double best = Double.MAX_VALUE;
      for (int j = 0; j < points.length; j++) {
        boolean irisI = i >= FaceMesh.FIRST_IRIS;
        boolean irisJ = j >= FaceMesh.FIRST_IRIS;
        double distance = distance(reflected, i, mean, j);
        if (distance < best && irisI == irisJ) {
          best = distance;
          points[i] = j;
        }
      }
    }
    for (int i = 0; i < points.length; i++) {
      if (points[points[i]] != i) {
        throw new IllegalStateException(
            "points %d, %d and %d are no mirror images; are the labels those of faces?"
                .formatted(i, points[i], points[points[i]]));
      }
    }
    return new Mirror(points);
  }

  /** The mean of all faces in the frame of their crops. */
  private static double[] meanFace(List<LabelledPhoto> photos) {
    double[] mean = new double[3 * Landmarks.COUNT];
    for (LabelledPhoto photo : photos) {
      float[] face = FaceCrop.of(photo.landmarks()).toFractions(photo.landmarks()).toArray();
      for (int i = 0; i < mean.length; i++) {
        mean[i] += face[i] / photos.size();
      }
    }
    return mean;
  }

  /** The face in the plane between its left and its right, as pairs known by name show it. */
  private static double[] reflect(double[] face) {
    double[] across = new double[3];
    double[] middle = new double[3];
    for (int[] pair : PAIRS) {
      for (int k = 0; k < 3; k++) {
        double right = face[3 * pair[0] + k];
        double left = face[3 * pair[1] + k];
        across[k] += left - right;
        middle[k] += (left + right) / 2 / PAIRS.length;
      }
    }
    double length = Math.hypot(across[0], Math.hypot(across[1], across[2]));
    double[] reflected = new double[face.length];
    for (int i = 0; i < face.length; i += 3) {
      double off = 0;
      for (int k = 0; k < 3; k++) {
        off += (face[i + k] - middle[k]) * across[k] / length;
      }
      for (int k = 0; k < 3; k++) {
        reflected[i + k] = face[i + k] - 2 * off * across[k] / length;
      }
    }
    return reflected;
  }

  private static double distance(double[] a, int i, double[] b, int j) {
    double dx = a[3 * i] - b[3 * j];
    double dy = a[3 * i + 1] - b[3 * j + 1];
    double dz = a[3 * i + 2] - b[3 * j + 2];
    return dx * dx + dy * dy + dz * dz;
  }

  /** Index of the mirror image of a point. */
  public int of(int point) {
    return points[point];
  }
}
