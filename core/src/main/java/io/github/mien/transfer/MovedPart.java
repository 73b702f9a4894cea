package io.github.mien.transfer;

import io.github.mien.expression.Blendshape;
import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;

/**
 * The part of the face that a coefficient is about: in photos a smile comes with narrow eyes, but a
 * smile that is moved alone must leave the lids alone. Points that expressions do not move belong
 * to no part, irises follow gaze only.
 */
public enum MovedPart {
  /** Mouth, jaw, cheeks and nose. */
  MOUTH {
    @Override
    double weight(double y) {
      return step(0.08, 0.30, y);
    }
  },
  /** Lids and the skin around the eyes. */
  LIDS {
    @Override
    double weight(double y) {
      return eyes(y);
    }
  },
  /** Irises, and lids that follow them. */
  GAZE {
    @Override
    double weight(double y) {
      return eyes(y);
    }
  },
  /** Brows and forehead. */
  BROWS {
    @Override
    double weight(double y) {
      return 1 - step(-0.10, 0, y);
    }
  };

  /** The part that a coefficient moves. */
  public static MovedPart of(Blendshape shape) {
    return switch (shape.region()) {
      case MOUTH, JAW -> MOUTH;
      case EYES -> shape.isGaze() ? GAZE : LIDS;
      case BROWS -> BROWS;
    };
  }

  /**
   * How much of a movement each of the 478 points keeps, 0..1.
   *
   * @param mean shape of the morphable model, in the canonical frame
   */
  public float[] weights(float[] mean) {
    float[] weights = new float[Landmarks.COUNT];
    for (int point = 0; point < weights.length; point++) {
      boolean iris = point >= FaceMesh.FIRST_IRIS;
      weights[point] = iris ? (this == GAZE ? 1 : 0) : (float) weight(mean[3 * point + 1]);
    }
    for (int point : FaceMesh.stable()) {
      weights[point] = 0;
    }
    return weights;
  }

  /**
   * How much a point of the skin keeps.
   *
   * @param y how far below the corners of the eyes, in units of the eye distance
   */
  abstract double weight(double y);

  private static double eyes(double y) {
    return step(-0.19, -0.09, y) * (1 - step(0.15, 0.30, y));
  }

  /** 0 below a, 1 above b, smooth between. */
  static double step(double a, double b, double value) {
    double u = Math.max(0, Math.min(1, (value - a) / (b - a)));
    return u * u * (3 - 2 * u);
  }
}
