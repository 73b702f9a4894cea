package io.github.mien.encode;

import io.github.mien.expression.Blendshape;
import io.github.mien.face.Detection;
import io.github.mien.face.Face;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import io.github.mien.model.ModelStore;
import io.github.mien.morphable.MorphableModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;

/**
 * A photo that shows nothing but texture, and the points of nobody's face somewhere in it.
 *
 * @param photo of {@link #SIZE} pixels on each side
 * @param face in the middle of it
 */
record FaceInPhoto(Image photo, Face face) {
  static final int SIZE = 320;

  private static final MorphableModel MODEL = model();
  private static final Affine TO_PICTURE = Affine.similarity(100, 0.1, 161, 130);

  private static MorphableModel model() {
    try {
      return MorphableModel.load(ModelStore.embedded());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A face that shows one coefficient at 0.8. */
  static FaceInPhoto showing(Blendshape shape) {
    return new FaceInPhoto(texture(SIZE, 3), face(points(shape).map(TO_PICTURE)));
  }

  /** The mean face with one coefficient at 0.8, in the canonical frame. */
  static Landmarks points(Blendshape shape) {
    float[] points = MODEL.mean();
    float[] coefficients = new float[Blendshape.COUNT];
    coefficients[shape.ordinal()] = 0.8f;
    MODEL.addFields(coefficients, points);
    return Landmarks.of(points);
  }

  static Face face(Landmarks points) {
    float[] features = new float[160];
    Random random = new Random(2);
    for (int i = 0; i < features.length; i++) {
      features[i] = random.nextFloat();
    }
    Detection detection = new Detection(points.bounds(), 1, new float[10]);
    return new Face(detection, points, 1, features);
  }

  /** Points as a mirror on the axis x = 0 shows them. */
  static Landmarks mirrored(Landmarks points) {
    float[] mirrored = new float[3 * Landmarks.COUNT];
    int[] mirror = MODEL.mirror();
    for (int i = 0; i < mirror.length; i++) {
      mirrored[3 * mirror[i]] = -points.x(i);
      mirrored[3 * mirror[i] + 1] = points.y(i);
      mirrored[3 * mirror[i] + 2] = points.z(i);
    }
    return Landmarks.of(mirrored);
  }

  /** Waves and noise of different colours. */
  static Image texture(int size, long seed) {
    Random random = new Random(seed);
    Image image = Image.create(size, size, 3);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        double wave = 50 * Math.sin(x / 9.0 + y / 23.0) + 40 * Math.cos(y / 6.0 - x / 40.0);
        for (int c = 0; c < 3; c++) {
          image.data()[image.index(x, y) + c] = (byte) (120 + wave + 10 * c + random.nextInt(20));
        }
      }
    }
    return image;
  }
}
