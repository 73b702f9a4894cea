package io.github.mien.training.linear;

import io.github.mien.encode.EncodedFace;
import io.github.mien.encode.LandmarkExpressionEncoder;
import io.github.mien.expression.Expression;
import io.github.mien.face.Box;
import io.github.mien.face.Detection;
import io.github.mien.face.Face;
import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.model.ModelStore;
import io.github.mien.morphable.HeadFrame;
import io.github.mien.morphable.MorphableFitter;
import io.github.mien.morphable.MorphableModel;
import io.github.mien.transfer.Motion;
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

  /** How a transfer moves a face, in the canonical frame. */
  float[] moved(Motion motion) {
    HeadFrame frame = fitter.frame(motion.from());
    return difference(
        frame.toCanonical(motion.to().toArray()), frame.toCanonical(motion.from().toArray()));
  }

  /**
   * How a face has moved, in the canonical frame: heads are brought onto each other by the points
   * that expressions do not move.
   *
   * @param before its shape before, in the canonical frame
   * @param after the same after
   */
  static float[] movement(float[] before, float[] after) {
    float[] still = new float[Landmarks.COUNT];
    for (int point : FaceMesh.stable()) {
      still[point] = 1;
    }
    return difference(HeadFrame.between(before, after, still).toCanonical(after), before);
  }

  /** Coefficients that one shows more than the other. */
  static float[] change(Expression from, Expression to) {
    return difference(to.toArray(), from.toArray());
  }

  /** What one has more than the other. */
  static float[] difference(float[] a, float[] b) {
    float[] difference = a.clone();
    for (int i = 0; i < difference.length; i++) {
      difference[i] -= b[i];
    }
    return difference;
  }
}
