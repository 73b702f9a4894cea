package io.github.mien.superres;

import io.github.mien.face.FaceArea;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.image.Rect;

/** The inside of a face's outline, fading in from nothing at the outline. */
final class OutlineFade {
  /** Depth at which the face shows wholly, in eye distances. */
  private static final double DEPTH = 0.2;

  private final FaceArea outline;
  private final double depth;

  OutlineFade(Landmarks face) {
    outline = FaceArea.of(face);
    depth = DEPTH * face.eyeDistance();
  }

  /**
   * Adds what one picture has more than another, as much as the face shows.
   *
   * @param less of the area's size, RGB is taken
   * @param more of the area's size, RGB is taken
   * @param area where they lie in {@code out}
   * @param out written inside the outline; alpha stays
   */
  void addDifference(Image less, Image more, Rect area, Image out) {
    for (int y = 0; y < area.height(); y++) {
      for (int x = 0; x < area.width(); x++) {
        double share = share(area.x() + x, area.y() + y);
        if (share > 0) {
          int a = less.index(x, y);
          int b = more.index(x, y);
          int o = out.index(area.x() + x, area.y() + y);
          for (int c = 0; c < 3; c++) {
            int difference = (more.data()[b + c] & 0xff) - (less.data()[a + c] & 0xff);
            long level = Math.round((out.data()[o + c] & 0xff) + share * difference);
            out.data()[o + c] = (byte) Math.max(0, Math.min(255, level));
          }
        }
      }
    }
  }

  /** 0 outside to 1 well inside. */
  private double share(double x, double y) {
    double t = Math.max(0, Math.min(1, outline.depth(x, y) / depth));
    return t * t * (3 - 2 * t);
  }
}
