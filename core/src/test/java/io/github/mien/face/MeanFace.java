package io.github.mien.face;

import io.github.mien.image.Affine;
import io.github.mien.model.ModelStore;
import io.github.mien.morphable.MorphableModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;

/** Points of nobody's face: the mean, made crooked a little, somewhere in a picture. */
final class MeanFace {
  private static final MorphableModel MODEL = model();

  private MeanFace() {}

  private static MorphableModel model() {
    try {
      return MorphableModel.load(ModelStore.embedded());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In a frame whose unit is the eye distance. */
  static Landmarks crooked() {
    float[] xyz = MODEL.mean();
    Random random = new Random(4);
    for (int i = 0; i < xyz.length; i++) {
      xyz[i] += 0.01f * (float) random.nextGaussian();
    }
    return Landmarks.of(xyz);
  }

  /** In a picture. */
  static Landmarks at(double x, double y, double eyeDistance, double angle) {
    return crooked().map(Affine.similarity(eyeDistance, angle, x, y));
  }

  /** As a mirror shows it that stands on a column of the picture. */
  static Landmarks mirrored(Landmarks face, double column) {
    float[] mirrored = new float[3 * Landmarks.COUNT];
    int[] mirror = MODEL.mirror();
    for (int i = 0; i < mirror.length; i++) {
      mirrored[3 * mirror[i]] = (float) (2 * column - face.x(i));
      mirrored[3 * mirror[i] + 1] = face.y(i);
      mirrored[3 * mirror[i] + 2] = face.z(i);
    }
    return Landmarks.of(mirrored);
  }
}
