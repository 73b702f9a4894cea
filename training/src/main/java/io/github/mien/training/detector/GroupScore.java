package io.github.mien.training.detector;

import io.github.mien.face.Face;
import io.github.mien.face.Landmarks;
import java.util.List;
import java.util.Locale;

/** Counts which faces of group pictures are found, by their height in pixels, and how exactly. */
final class GroupScore {
  private static final double[] LIMITS = {0, 32, 40, 50, 64, 96, 10_000};

  /** A face of which less than this shows need not be found. */
  private static final double MIN_VISIBLE = 0.9;

  /** Mean distance of points, in eye distances, up to which a face is the one that was painted. */
  private static final double MAX_DISTANCE = 0.3;

  private final int[] faces = new int[LIMITS.length - 1];
  private final int[] found = new int[LIMITS.length - 1];
  private final double[] distances = new double[LIMITS.length - 1];
  private int invented;

  void add(GroupPicture group, List<Face> aligned) {
    invented += aligned.size();
    for (GroupPicture.Member member : group.faces()) {
      double nearest = MAX_DISTANCE;
      for (Face face : aligned) {
        nearest = Math.min(nearest, distance(member.points(), face));
      }
      boolean isFound = nearest < MAX_DISTANCE;
      invented -= isFound ? 1 : 0;
      if (member.visible() >= MIN_VISIBLE) {
        int bin = bin(member.points().bounds().height());
        faces[bin]++;
        found[bin] += isFound ? 1 : 0;
        distances[bin] += isFound ? nearest : 0;
      }
    }
  }

  private static double distance(Landmarks painted, Face face) {
    return painted.distance(face.landmarks()) / painted.eyeDistance();
  }

  private static int bin(double height) {
    int bin = 0;
    while (height >= LIMITS[bin + 1]) {
      bin++;
    }
    return bin;
  }

  static String header() {
    return "| passes | under 32 px | 32-40 | 40-50 | 50-64 | 64-96 | over 96 | no faces |\n"
        + "|---|---|---|---|---|---|---|---|";
  }

  /** Found of how many, and the mean distance of points in percent of the eye distance. */
  String row(String name) {
    StringBuilder row = new StringBuilder("| " + name + " |");
    for (int i = 0; i < faces.length; i++) {
      row.append(
          String.format(
              Locale.ROOT,
              " %d of %d, %.2f |",
              found[i],
              faces[i],
              100 * distances[i] / Math.max(1, found[i])));
    }
    return row.append(" ").append(invented).append(" |").toString();
  }
}
