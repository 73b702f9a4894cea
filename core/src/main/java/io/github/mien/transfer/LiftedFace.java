package io.github.mien.transfer;

import io.github.mien.face.Landmarks;
import io.github.mien.morphable.FaceBasis;
import io.github.mien.morphable.MorphableFit;

/** The points of a face in space: seen where they are in the picture, as deep as a fit has them. */
final class LiftedFace {
  private final float[] points;
  private final MorphableFit fit;
  private final float[] shape;
  private final float[] seen;

  /**
   * @param landmarks of the face
   * @param fit of all their points
   * @param basis that was fitted
   */
  LiftedFace(Landmarks landmarks, MorphableFit fit, FaceBasis basis) {
    this.points = landmarks.toArray();
    this.fit = fit;
    float[] placed = fit.frame().toPicture(basis.shape(fit.identity(), fit.expression()));
    for (int i = 0; i < points.length; i += 3) {
      placed[i] = points[i];
      placed[i + 1] = points[i + 1];
    }
    fit.camera().unproject(placed);
    shape = fit.frame().toCanonical(placed);
    seen = project(shape);
  }

  /** x, y, z of the 478 points in the canonical frame; shared. */
  float[] shape() {
    return shape;
  }

  /**
   * The points in the picture after a move in space. Those that do not move keep every bit.
   *
   * @param displacement in the canonical frame
   */
  float[] moved(float[] displacement) {
    float[] there = shape.clone();
    for (int i = 0; i < there.length; i++) {
      there[i] += displacement[i];
    }
    float[] moved = project(there);
    for (int i = 0; i < moved.length; i++) {
      moved[i] = points[i] + (moved[i] - seen[i]);
    }
    return moved;
  }

  private float[] project(float[] canonical) {
    float[] xyz = fit.frame().toPicture(canonical);
    fit.camera().project(xyz);
    return xyz;
  }
}
