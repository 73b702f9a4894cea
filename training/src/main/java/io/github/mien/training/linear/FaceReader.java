package io.github.mien.training.linear;

import io.github.mien.encode.EncodedFace;
import io.github.mien.encode.LandmarkExpressionEncoder;
import io.github.mien.expression.Expression;
import io.github.mien.face.Box;
import io.github.mien.face.Detection;
import io.github.mien.face.Face;
import io.github.mien.face.Landmarks;
import io.github.mien.model.ModelStore;
import io.github.mien.morphable.MorphableFitter;
import io.github.mien.morphable.MorphableModel;
import java.io.IOException;

/** Points as the stages of the pipeline see them. */
final class FaceReader {
  private static final Detection ANY = new Detection(new Box(0, 0, 1, 1), 1, new float[10]);

  private final LandmarkExpressionEncoder encoder;
  private final MorphableFitter fitter;

  FaceReader(ModelStore store) throws IOException {
    encoder = LandmarkExpressionEncoder.load(store);
    fitter = new MorphableFitter(MorphableModel.load(store));
  }

  /** A face with these points, in pixels, and the expression that the encoder reads. */
  EncodedFace encoded(float[] points) {
    Landmarks landmarks = Landmarks.of(points);
    return new EncodedFace(new Face(ANY, landmarks, 1, new float[0]), encoder.encode(landmarks));
  }

  /** Points in the canonical frame. */
  float[] canonical(Landmarks landmarks) {
    return fitter.frame(landmarks).toCanonical(landmarks.toArray());
  }

  /** How a face has moved, in its own canonical frame. */
  float[] movement(Landmarks from, Landmarks to) {
    var frame = fitter.frame(from);
    float[] before = frame.toCanonical(from.toArray());
    float[] after = frame.toCanonical(to.toArray());
    return difference(after, before);
  }

  /** Coefficients that one shows more than the other. */
  static float[] change(Expression from, Expression to) {
    return difference(to.toArray(), from.toArray());
  }

  static float[] difference(float[] a, float[] b) {
    float[] difference = a.clone();
    for (int i = 0; i < difference.length; i++) {
      difference[i] -= b[i];
    }
    return difference;
  }
}
