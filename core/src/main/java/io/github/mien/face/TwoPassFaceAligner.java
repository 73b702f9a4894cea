package io.github.mien.face;

import io.github.mien.face.Landmarker.Reading;
import io.github.mien.image.Image;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds faces and reads the points of each {@linkplain Landmarker#readTwice twice}. Thread-safe if
 * detector and landmarker are.
 */
public final class TwoPassFaceAligner implements FaceAligner {
  /** Least presence of a face if nothing else is asked for. */
  public static final float MIN_PRESENCE = 0.5f;

  /** Mean distance of points, in eye distances, below which two readings are of one face. */
  private static final double SAME_FACE = 0.3;

  private final FaceDetector detector;
  private final Landmarker landmarker;
  private final float minPresence;

  /** With the default least presence. */
  public TwoPassFaceAligner(FaceDetector detector, Landmarker landmarker) {
    this(detector, landmarker, MIN_PRESENCE);
  }

  /**
   * @param detector says where faces might be
   * @param landmarker reads their points
   * @param minPresence detections of which the landmarker is less sure than that, 0..1, are dropped
   */
  public TwoPassFaceAligner(FaceDetector detector, Landmarker landmarker, float minPresence) {
    if (!(minPresence >= 0 && minPresence <= 1)) {
      throw new IllegalArgumentException("presence lies in 0..1, not " + minPresence);
    }
    this.detector = detector;
    this.landmarker = landmarker;
    this.minPresence = minPresence;
  }

  @Override
  public List<Face> align(Image image) {
    List<Face> faces = new ArrayList<>();
    for (Detection detection : detector.detect(image)) {
      Reading found = landmarker.readTwice(image, FaceCrop.of(detection));
      if (found.presence() >= minPresence && isNew(found.landmarks(), faces)) {
        faces.add(new Face(detection, found.landmarks(), found.presence(), found.features()));
      }
    }
    faces.sort(Comparator.comparingDouble((Face f) -> f.landmarks().bounds().area()).reversed());
    return faces;
  }

  /** Whether points are not those of a face that a surer detection has led to. */
  private static boolean isNew(Landmarks points, List<Face> faces) {
    for (Face face : faces) {
      if (points.distance(face.landmarks()) < SAME_FACE * face.landmarks().eyeDistance()) {
        return false;
      }
    }
    return true;
  }
}
