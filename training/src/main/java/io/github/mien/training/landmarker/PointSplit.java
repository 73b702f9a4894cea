package io.github.mien.training.landmarker;

import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which of the 478 points have a heat map of their own ("seen": lips, lids, irises, brows, nose,
 * outline) and which are derived from those.
 */
final class PointSplit {
  private static final int[] BROWS = {
    70, 63, 105, 66, 107, 46, 53, 52, 65, 55, 336, 296, 334, 293, 300, 285, 295, 282, 283, 276
  };
  private static final int[] NOSE = {
    168, 6, 197, 195, 5, 4, 1, 2, 98, 97, 326, 327, 48, 278, 64, 294
  };
  private static final int[] SEEN_POINTS = seenPoints();
  private static final int[] REST_POINTS = restPoints();

  /** How many points have a heat map. */
  static final int SEEN = SEEN_POINTS.length;

  /** Numbers that are derived: x, y of the other points and z of all. */
  static final int REST = 2 * REST_POINTS.length + Landmarks.COUNT;

  private PointSplit() {}

  /** The points with a heat map, in the order of the maps. */
  static int[] seen() {
    return SEEN_POINTS.clone();
  }

  /** The others, in the order of the derived numbers. */
  static int[] rest() {
    return REST_POINTS.clone();
  }

  /** x, y, z of all points out of the two lists. */
  static float[] join(float[] seen, float[] rest) {
    float[] points = new float[3 * Landmarks.COUNT];
    for (int i = 0; i < SEEN; i++) {
      points[3 * SEEN_POINTS[i]] = seen[2 * i];
      points[3 * SEEN_POINTS[i] + 1] = seen[2 * i + 1];
    }
    for (int i = 0; i < REST_POINTS.length; i++) {
      points[3 * REST_POINTS[i]] = rest[2 * i];
      points[3 * REST_POINTS[i] + 1] = rest[2 * i + 1];
    }
    for (int i = 0; i < Landmarks.COUNT; i++) {
      points[3 * i + 2] = rest[2 * REST_POINTS.length + i];
    }
    return points;
  }

  private static int[] seenPoints() {
    Set<Integer> points = new LinkedHashSet<>();
    int[][] parts = {
      FaceMesh.innerLips(),
      FaceMesh.outerLips(),
      FaceMesh.rightEye(),
      FaceMesh.leftEye(),
      BROWS,
      NOSE,
      FaceMesh.outline()
    };
    for (int[] part : parts) {
      for (int point : part) {
        points.add(point);
      }
    }
    for (int point = FaceMesh.FIRST_IRIS; point < Landmarks.COUNT; point++) {
      points.add(point);
    }
    return points.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int[] restPoints() {
    boolean[] seen = new boolean[Landmarks.COUNT];
    for (int point : SEEN_POINTS) {
      seen[point] = true;
    }
    return java.util.stream.IntStream.range(0, Landmarks.COUNT).filter(i -> !seen[i]).toArray();
  }
}
