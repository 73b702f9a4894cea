package io.github.mien.transfer;

import io.github.mien.expression.Blendshape;
import io.github.mien.model.ModelException;
import io.github.mien.model.NamedArrays;
import io.github.mien.morphable.MorphableModel;

/**
 * From a change of expression and the shape of a face to how its points move. All three are reduced
 * by principal component analyses. What the face is, x, decides linearly how its points follow each
 * component of the change: in the components of movements they go by W x + b, in proportion to the
 * change.
 *
 * <p>A component of changes is about one part of the face, one of movements moves one part, and W
 * and b are 0 where other parts would be moved. Every component is either its own mirror image or
 * the negative of it, and W and b are 0 where the sides would mix, so that a mirrored change of a
 * mirrored face is the mirrored move.
 */
final class LinearMap {
  private static final int SIZE = MorphableModel.SIZE;

  private final int changes;
  private final int features;
  private final int movements;
  private final float[] changeBasis;
  private final float[] faceMean;
  private final float[] faceBasis;
  private final float[] weight;
  private final float[] bias;
  private final float[] movementBasis;

  /**
   * @param arrays {@code change.basis} [m, 52]; {@code face.mean} [478, 3] and {@code face.basis}
   *     [k, 478, 3], divided by the deviations; {@code weight} [m, k, n] and {@code bias} [m, n],
   *     the last index that of {@code movement.basis} [n, 478, 3]
   * @throws ModelException if one is missing or of another size
   */
  LinearMap(NamedArrays arrays) {
    int points = SIZE / 3;
    changeBasis = arrays.floats("change.basis", -1, Blendshape.COUNT);
    changes = changeBasis.length / Blendshape.COUNT;
    faceMean = arrays.floats("face.mean", points, 3);
    faceBasis = arrays.floats("face.basis", -1, points, 3);
    features = faceBasis.length / SIZE;
    movementBasis = arrays.floats("movement.basis", -1, points, 3);
    movements = movementBasis.length / SIZE;
    weight = arrays.floats("weight", changes, features, movements);
    bias = arrays.floats("bias", changes, movements);
  }

  /**
   * How the points of a face follow a change of its expression.
   *
   * @param shape of its points, 1434 numbers in the canonical frame
   * @param change of coefficients, one for each {@link Blendshape}
   * @return displacements in the canonical frame
   */
  float[] displacement(float[] shape, float[] change) {
    float[] movement = movement(features(shape), change);
    float[] displacement = new float[SIZE];
    for (int o = 0; o < movements; o++) {
      if (movement[o] != 0) {
        add(movement[o], movementBasis, o, displacement);
      }
    }
    return displacement;
  }

  private float[] features(float[] shape) {
    float[] x = new float[features];
    for (int k = 0; k < features; k++) {
      float sum = 0;
      for (int i = 0, at = k * SIZE; i < SIZE; i++) {
        sum += faceBasis[at + i] * (shape[i] - faceMean[i]);
      }
      x[k] = Math.max(-LinearTransfer.FARTHEST, Math.min(LinearTransfer.FARTHEST, sum));
    }
    return x;
  }

  /** In the components of movements. */
  private float[] movement(float[] face, float[] change) {
    float[] movement = new float[movements];
    for (int c = 0; c < changes; c++) {
      float amount = 0;
      for (int i = 0, at = c * Blendshape.COUNT; i < Blendshape.COUNT; i++) {
        amount += changeBasis[at + i] * change[i];
      }
      if (amount != 0) {
        add(amount, bias, c, movement);
        for (int k = 0; k < features; k++) {
          add(amount * face[k], weight, c * features + k, movement);
        }
      }
    }
    return movement;
  }

  private static void add(float factor, float[] rows, int row, float[] sum) {
    for (int i = 0, at = row * sum.length; i < sum.length; i++, at++) {
      sum[i] += factor * rows[at];
    }
  }
}
