package io.github.mien.transfer;

import io.github.mien.expression.Blendshape;
import io.github.mien.expression.Region;
import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.morphable.MorphableModel;

/**
 * The displacement fields of a {@link MorphableModel}, each limited to the part of the face that
 * its coefficient is about: in photos a smile comes with narrow eyes, but a smile that is moved
 * alone must leave the lids alone. Points that expressions do not move stay where they are, irises
 * follow gaze only.
 */
final class MaskedFields {
  private static final int SIZE = MorphableModel.SIZE;

  private static final int FIRST_IRIS = 468;

  private final float[][] fields = new float[Blendshape.COUNT][];

  MaskedFields(MorphableModel model) {
    float[] mean = model.mean();
    for (Blendshape shape : Blendshape.values()) {
      fields[shape.ordinal()] = masked(model.field(shape), mean, shape);
    }
  }

  private static float[] masked(float[] field, float[] mean, Blendshape shape) {
    boolean gaze = shape.isGaze();
    for (int point = 0; point < Landmarks.COUNT; point++) {
      boolean iris = point >= FIRST_IRIS;
      float weight = iris ? (gaze ? 1 : 0) : (float) weight(shape.region(), mean[3 * point + 1]);
      scale(field, point, weight);
    }
    for (int point : FaceMesh.stable()) {
      scale(field, point, 0);
    }
    return field;
  }

  private static void scale(float[] field, int point, float weight) {
    for (int i = 3 * point; i < 3 * point + 3; i++) {
      field[i] *= weight;
    }
  }

  /**
   * How much of a region's field a point keeps.
   *
   * @param y how far below the corners of the eyes, in units of the eye distance
   */
  private static double weight(Region region, double y) {
    return switch (region) {
      case MOUTH, JAW -> step(0.08, 0.30, y);
      case EYES -> step(-0.19, -0.09, y) * (1 - step(0.15, 0.30, y));
      case BROWS -> 1 - step(-0.10, 0, y);
    };
  }

  /** 0 below a, 1 above b, smooth between. */
  private static double step(double a, double b, double value) {
    double u = Math.max(0, Math.min(1, (value - a) / (b - a)));
    return u * u * (3 - 2 * u);
  }

  /**
   * Adds displacements in the canonical frame.
   *
   * @param coefficients one for each {@link Blendshape}; may be negative
   * @param displacement 1434 numbers, modified
   */
  void add(float[] coefficients, float[] displacement) {
    for (int c = 0; c < coefficients.length; c++) {
      float weight = coefficients[c];
      if (weight != 0) {
        float[] field = fields[c];
        for (int i = 0; i < SIZE; i++) {
          displacement[i] += weight * field[i];
        }
      }
    }
  }
}
