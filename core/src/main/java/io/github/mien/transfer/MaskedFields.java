package io.github.mien.transfer;

import io.github.mien.expression.Blendshape;
import io.github.mien.face.FaceMesh;
import io.github.mien.morphable.MorphableModel;

/** The displacement fields of a {@link MorphableModel}, each limited to its {@link MovedPart}. */
final class MaskedFields {
  private static final int SIZE = MorphableModel.SIZE;

  private static final int UPPER_LIP_MIDDLE = 13;

  /** What a frown's arch adds, and the widths of its bells, in units of the eye distance. */
  private static final float ARCH_UP = 0.015f;

  private static final float ARCH_OUT = 0.055f;
  private static final double ARCH_WIDTH = 0.115;
  private static final double ARCH_HEIGHT = 0.14;

  /** Where brows begin and end from the middle, in units of the eye distance. */
  private static final double INNER_END = 0.13;

  private static final double OUTER_END = 0.55;

  /** How much of their way down the ends keep, and how far the inner one goes in for each down. */
  private static final double KNIT_INNER = 1.12;

  private static final double KNIT_OUTER = 0.55;
  private static final double KNIT_IN = 0.15;

  private final float[][] fields = new float[Blendshape.COUNT][];

  MaskedFields(MorphableModel model) {
    float[] mean = model.mean();
    for (Blendshape shape : Blendshape.values()) {
      fields[shape.ordinal()] = masked(model.field(shape), mean, shape);
    }
  }

  private static float[] masked(float[] field, float[] mean, Blendshape shape) {
    switch (shape) {
      case MOUTH_FROWN_LEFT -> arch(field, mean, FaceMesh.MOUTH_LEFT);
      case MOUTH_FROWN_RIGHT -> arch(field, mean, FaceMesh.MOUTH_RIGHT);
      case BROW_DOWN_LEFT, BROW_DOWN_RIGHT -> knit(field, mean);
      default -> {}
    }
    float[] weights = MovedPart.of(shape).weights(mean);
    for (int i = 0; i < SIZE; i++) {
      field[i] *= weights[i / 3];
    }
    return field;
  }

  /**
   * Makes more of a frown's arch: the corner goes further out, the middle of the lips a little up.
   * Corners that only go down are read, and seen, as hardly any frown.
   *
   * @param corner the corner that goes down
   */
  private static void arch(float[] field, float[] mean, int corner) {
    float cornerX = mean[3 * corner];
    float lipsY = mean[3 * UPPER_LIP_MIDDLE + 1];
    for (int point = 0; point < FaceMesh.FIRST_IRIS; point++) {
      float x = mean[3 * point];
      double level = bell(mean[3 * point + 1] - lipsY, ARCH_HEIGHT);
      field[3 * point + 1] -= (float) (ARCH_UP * level * bell(x, ARCH_WIDTH));
      field[3 * point] +=
          (float) (Math.copySign(ARCH_OUT, cornerX) * level * bell(x - cornerX, ARCH_WIDTH));
    }
  }

  /**
   * Lets brows that go down come together: the inner end leads, the outer one hardly moves. Brows
   * that only go down look tired, and their outer ends would crush the corners of the eyes.
   */
  private static void knit(float[] field, float[] mean) {
    for (int point = 0; point < FaceMesh.FIRST_IRIS; point++) {
      float x = mean[3 * point];
      double outward = MovedPart.step(INNER_END, OUTER_END, Math.abs(x));
      double down = field[3 * point + 1];
      field[3 * point + 1] *= (float) (KNIT_INNER + outward * (KNIT_OUTER - KNIT_INNER));
      field[3 * point] -= (float) (Math.signum(x) * KNIT_IN * (1 - outward) * Math.max(0, down));
    }
  }

  private static double bell(double distance, double width) {
    return Math.exp(-distance * distance / (2 * width * width));
  }

  /** What a coefficient adds at 1: displacements in the canonical frame; shared. */
  float[] of(Blendshape shape) {
    return fields[shape.ordinal()];
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
