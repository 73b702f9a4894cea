package io.github.mien.reconstruct;

import io.github.mien.face.Box;
import io.github.mien.face.Face;

/**
 * Which of two faces is nearer to the camera. A face behind another is partly hidden: the
 * landmarker is less sure of it, and the detector's box holds less of it than its landmarks, which
 * are guessed where nothing shows. Where that tells nothing the larger is nearer.
 */
final class DepthOrder {
  /** What is left to doubt of a face that shows wholly. */
  private static final double DOUBT = 1e-5;

  private DepthOrder() {}

  /** Size as it shows, in pixels. */
  static double size(Face face) {
    return face.detection().box().area();
  }

  /** Whether a face is in front of another where they overlap. */
  static boolean isInFront(Face face, Face other) {
    double more = hidden(other) - hidden(face);
    return more != 0 ? more > 0 : size(face) > size(other);
  }

  /** Grows with the part of a face that is hidden. */
  private static double hidden(Face face) {
    Box shown = face.detection().box();
    Box whole = face.landmarks().bounds();
    double share = Math.max(1, shown.area()) / Math.max(1, whole.area());
    return Math.log(1 - Math.min(1, face.presence()) + DOUBT) - 2 * Math.log(share);
  }
}
