package io.github.mien.training.methods;

import io.github.mien.face.Face;
import io.github.mien.face.FaceAligner;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.opencv.MediaPipeModels;
import io.github.mien.training.expression.ReferenceNet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The MediaPipe face landmarker as the judge: points of a face, found as the labels of the photos
 * were (detector, then two passes), and coefficients. For one thread.
 */
final class Reference implements AutoCloseable {
  private final MediaPipeModels models;
  private final FaceAligner aligner;
  private final ReferenceNet net;

  /**
   * @param bundle {@code face_landmarker.task}
   */
  Reference(Path bundle) throws IOException {
    models = MediaPipeModels.open(bundle);
    aligner = models.aligner();
    net = new ReferenceNet(bundle);
  }

  /**
   * What it says about a face.
   *
   * @param landmarks in picture coordinates
   * @param coefficients 51, {@code tongueOut} being none of the reference's
   */
  record Reading(Landmarks landmarks, float[] coefficients) {}

  /** The largest face; empty if it sees none. */
  Optional<Reading> read(Image picture) {
    List<Face> faces = aligner.align(picture);
    return faces.isEmpty() ? Optional.empty() : Optional.of(read(faces.get(0).landmarks()));
  }

  private Reading read(Landmarks landmarks) {
    float[][] shapes = {landmarks.toArray()};
    return new Reading(landmarks, net.read(shapes)[0]);
  }

  @Override
  public void close() {
    models.close();
  }
}
