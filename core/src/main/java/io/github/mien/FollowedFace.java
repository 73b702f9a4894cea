package io.github.mien;

import io.github.mien.expression.LandmarkFilter;
import io.github.mien.face.Box;
import io.github.mien.face.Face;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The face that is followed from frame to frame of a film. */
final class FollowedFace {
  /** What a face that goes on moving shares with its place before, of both places together. */
  private static final double LEAST_OVERLAP = 0.5;

  /**
   * Levels of 255 by which the upper half of one face differs from frame to frame at most, at 8
   * frames a second and more (112 frames of laughs, yawns, blinks and nods: 9.2). Two people differ
   * by more even at one place in the same light (1,225 pairs of the London set: 10.1).
   */
  private static final double MOST_DIFFERENCE = 10;

  private LandmarkFilter filter = new LandmarkFilter();
  private double @Nullable [] rigid;
  private @Nullable Box place;
  private @Nullable UpperFace look;
  private boolean lost;

  /**
   * Puts the face that overlaps most with where it was before first; where none overlaps, and in
   * the beginning, the order stays.
   */
  void putFirst(List<Face> faces) {
    Box before = place;
    if (before != null) {
      faces.sort(Comparator.comparingDouble(face -> -overlap(face, before)));
    }
  }

  private static double overlap(Face face, Box before) {
    return face.landmarks().bounds().intersectionOverUnion(before);
  }

  /**
   * Follows a face into this frame.
   *
   * @param picture the frame; not kept
   * @return whether it can only be the face of the frame before
   */
  boolean goesOn(Image picture, Face face) {
    double[] points = rigid;
    if (points == null) {
      points = UpperFace.rigid(face.landmarks());
      rigid = points;
    }
    UpperFace now = UpperFace.of(picture, face.landmarks(), points);
    boolean same =
        !lost
            && place != null
            && overlap(face, place) >= LEAST_OVERLAP
            && look != null
            && now.difference(look) <= MOST_DIFFERENCE;
    if (!same) {
      filter = new LandmarkFilter();
    }
    place = face.landmarks().bounds();
    look = now;
    lost = false;
    return same;
  }

  /**
   * The face without the jitter of its landmarks.
   *
   * @param seconds later than before
   */
  Face steady(double seconds, Face face) {
    Landmarks smooth = filter.smooth(seconds, face.landmarks());
    return new Face(face.detection(), smooth, face.presence(), face.features());
  }

  /** There was a frame in which it could not be read. */
  void lose() {
    lost = true;
  }
}
