package io.github.mien.face;

import java.util.ArrayList;
import java.util.List;

/** Tells small faces from parts of large ones, such as an eye taken for a face in a tile. */
final class PartsOfFaces {
  /** From this share of its area on, a face within another may be another's. */
  private static final double MAX_AREA = 0.25;

  private PartsOfFaces() {}

  /** Those whose centre does not lie in the oval of a far larger and surer one. */
  static List<Detection> without(List<Detection> surestFirst) {
    List<Detection> faces = new ArrayList<>();
    for (Detection candidate : surestFirst) {
      if (faces.stream().noneMatch(face -> isPart(candidate.box(), face.box()))) {
        faces.add(candidate);
      }
    }
    return faces;
  }

  private static boolean isPart(Box small, Box face) {
    double dx = (small.x0() + small.x1() - face.x0() - face.x1()) / face.width();
    double dy = (small.y0() + small.y1() - face.y0() - face.y1()) / face.height();
    return small.area() < MAX_AREA * face.area() && dx * dx + dy * dy < 1;
  }
}
