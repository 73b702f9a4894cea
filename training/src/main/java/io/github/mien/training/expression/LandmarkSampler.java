package io.github.mien.training.expression;

import io.github.mien.expression.Blendshape;
import io.github.mien.expression.HeadPose;
import io.github.mien.morphable.HeadFrame;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes faces that no photo shows: a person's points, moved by what sets others apart, by the
 * expressions of the same or other people and by fields, then turned.
 */
final class LandmarkSampler {
  private static final double YAW_DEVIATION = 12;
  private static final double PITCH_DEVIATION = 9;

  private final List<CanonicalFace> faces;
  private final List<FieldRegression.Pair> pairs;
  private final float[][] fields;
  private final SplittableRandom random;

  /**
   * @param faces in the canonical frame
   * @param pairs of photos of one person
   * @param fields a field for each {@link Blendshape}
   */
  LandmarkSampler(
      List<CanonicalFace> faces, List<FieldRegression.Pair> pairs, float[][] fields, long seed) {
    this.faces = faces;
    this.pairs = pairs;
    this.fields = fields;
    this.random = new SplittableRandom(seed);
  }

  /** Points of a new face, upright, in units of the eye distance. */
  float[] next() {
    float[] face = any(faces).shape().clone();
    if (random.nextDouble() < 0.6) {
      double share = random.nextDouble(0, 0.9);
      Shapes.add(face, share, any(faces).shape());
      Shapes.add(face, -share, any(faces).shape());
    }
    if (random.nextDouble() < 0.4) {
      FieldRegression.Pair pair = any(pairs);
      double share = random.nextDouble(-0.5, 1.3);
      Shapes.add(face, share, pair.expressive().shape());
      Shapes.add(face, -share, pair.rest().shape());
    }
    if (random.nextDouble() < 0.6) {
      for (int left = random.nextInt(1, 4); left > 0; left--) {
        addField(face);
      }
    }
    double yaw = YAW_DEVIATION * random.nextGaussian();
    double pitch = PITCH_DEVIATION * random.nextGaussian();
    return HeadFrame.of(new HeadPose(yaw, pitch, 0), 1, 0, 0).toPicture(face);
  }

  private void addField(float[] face) {
    Blendshape shape = Blendshape.values()[random.nextInt(Blendshape.TONGUE_OUT.ordinal())];
    double strength = random.nextDouble(-0.3, 1.1);
    Shapes.add(face, strength, fields[shape.ordinal()]);
    if (shape.mirrored() != shape && random.nextDouble() < 0.6) {
      Shapes.add(face, strength, fields[shape.mirrored().ordinal()]);
    }
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
