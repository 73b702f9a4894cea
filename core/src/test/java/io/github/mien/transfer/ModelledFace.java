package io.github.mien.transfer;

import io.github.mien.encode.EncodedFace;
import io.github.mien.encode.LandmarkExpressionEncoder;
import io.github.mien.expression.Blendshape;
import io.github.mien.expression.HeadPose;
import io.github.mien.face.Box;
import io.github.mien.face.Detection;
import io.github.mien.face.Face;
import io.github.mien.face.Landmarks;
import io.github.mien.model.ModelStore;
import io.github.mien.morphable.HeadFrame;
import io.github.mien.morphable.MorphableModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Random;

/** Faces out of the morphable model, nobody's: a random identity with given coefficients. */
final class ModelledFace {
  static final MorphableModel MODEL = load(MorphableModel::load);
  static final LandmarkExpressionEncoder ENCODER = load(LandmarkExpressionEncoder::load);
  static final RestingFace RESTING_FACE = load(RestingFace::load);

  private static final Detection ANY = new Detection(new Box(100, 100, 500, 500), 1, new float[10]);

  private ModelledFace() {}

  private interface Loader<T> {
    T load(ModelStore store) throws IOException;
  }

  private static <T> T load(Loader<T> loader) {
    try {
      return loader.load(ModelStore.embedded());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A person's head in the canonical frame. */
  static float[] shape(long person, Map<Blendshape, Float> coefficients) {
    Random random = new Random(person);
    float[] shape = MODEL.mean();
    for (int c = 0; c < Math.min(10, MODEL.identityCount()); c++) {
      float amount = (float) (0.7 * random.nextGaussian() * MODEL.identityDeviation(c));
      float[] direction = MODEL.identity(c);
      for (int i = 0; i < shape.length; i++) {
        shape[i] += amount * direction[i];
      }
    }
    float[] all = new float[Blendshape.COUNT];
    coefficients.forEach((s, value) -> all[s.ordinal()] = value);
    MODEL.addFields(all, shape);
    return shape;
  }

  /** A person in a picture, as the encoder reads it. */
  static EncodedFace encoded(long person, HeadPose pose, Map<Blendshape, Float> coefficients) {
    HeadFrame frame = HeadFrame.of(pose, 150, 320, 280);
    return encoded(frame.toPicture(shape(person, coefficients)));
  }

  /** Points in a picture, as the encoder reads them. */
  static EncodedFace encoded(float[] points) {
    Face face = new Face(ANY, Landmarks.of(points), 1, new float[0]);
    return new EncodedFace(face, ENCODER.encode(face.landmarks()));
  }

  /** The mirror image of a face. */
  static EncodedFace mirrored(EncodedFace face) {
    float[] points = face.face().landmarks().toArray();
    float[] mirrored = new float[points.length];
    int[] mirror = MODEL.mirror();
    for (int i = 0; i < mirror.length; i++) {
      mirrored[3 * mirror[i]] = 640 - points[3 * i];
      mirrored[3 * mirror[i] + 1] = points[3 * i + 1];
      mirrored[3 * mirror[i] + 2] = points[3 * i + 2];
    }
    return encoded(mirrored);
  }
}
