package io.github.mien.morphable;

import io.github.mien.expression.Blendshape;
import io.github.mien.face.Landmarks;
import io.github.mien.model.ModelException;
import io.github.mien.model.ModelStore;
import io.github.mien.model.NamedArrays;
import java.io.IOException;
import java.util.Arrays;

/**
 * The statistical face: a mean shape at rest, directions in which people differ (a principal
 * component analysis), and for each {@link Blendshape} the field of displacements that it adds; in
 * the manner of Blanz and Vetter 1999 and of FACS blendshape rigs.
 *
 * <p>Shapes are x, y, z of the 478 points of {@link Landmarks}, 1434 numbers, in the canonical
 * frame: the head straight, x to the picture's right, y down, z away from the camera, the origin in
 * the middle between the outer corners of the mean shape's eyes, their distance the unit.
 *
 * <p>Immutable; methods return copies.
 */
public final class MorphableModel {
  /** Numbers in a shape. */
  public static final int SIZE = 3 * Landmarks.COUNT;

  private final float[] mean;
  private final float[] rigidity;
  private final int[] mirror;
  private final float[] identity;
  private final float[] deviations;
  private final float[] fields;

  private MorphableModel(NamedArrays arrays) {
    mean = arrays.floats("mean", Landmarks.COUNT, 3);
    rigidity = arrays.floats("rigidity", Landmarks.COUNT);
    mirror = arrays.ints("mirror", Landmarks.COUNT);
    deviations = arrays.floats("identity.deviations", -1);
    identity = arrays.floats("identity", deviations.length, Landmarks.COUNT, 3);
    fields = arrays.floats("fields", Blendshape.COUNT, Landmarks.COUNT, 3);
  }

  /**
   * The model of a store, {@link ModelStore#EXPRESSION}.
   *
   * @throws IOException if the file cannot be read
   * @throws ModelException if it is no such model
   */
  public static MorphableModel load(ModelStore store) throws IOException {
    return of(NamedArrays.parse(store.read(ModelStore.EXPRESSION), ModelStore.EXPRESSION));
  }

  /**
   * The model in arrays: {@code mean} [478, 3], {@code rigidity} [478], {@code mirror} [478],
   * {@code identity.deviations} [n], {@code identity} [n, 478, 3] and {@code fields} [52, 478, 3].
   *
   * @throws ModelException if one is missing or of another size
   */
  public static MorphableModel of(NamedArrays arrays) {
    return new MorphableModel(arrays);
  }

  /** The mean shape of people at rest. Its left and right are mirror images. */
  public float[] mean() {
    return mean.clone();
  }

  /**
   * How little a point moves with expression and identity, 0..1 for each of the 478: weights for
   * aligning a face.
   */
  public float[] rigidity() {
    return rigidity.clone();
  }

  /** Which point is which in the mirror. */
  public int[] mirror() {
    return mirror.clone();
  }

  /** What one coefficient adds to the mean shape at 1. */
  public float[] field(Blendshape shape) {
    int start = shape.ordinal() * SIZE;
    return Arrays.copyOfRange(fields, start, start + SIZE);
  }

  /** How many directions of identity there are. */
  public int identityCount() {
    return deviations.length;
  }

  /** A direction of identity, a displacement of unit length, the strongest first. */
  public float[] identity(int component) {
    int start = component * SIZE;
    return Arrays.copyOfRange(identity, start, start + SIZE);
  }

  /** Standard deviation of people along a direction of identity. */
  public float identityDeviation(int component) {
    return deviations[component];
  }

  /**
   * Adds what coefficients do to a shape in the canonical frame.
   *
   * @param coefficients one for each {@link Blendshape}; may be negative, as for differences
   * @param shape 1434 numbers, modified
   */
  public void addFields(float[] coefficients, float[] shape) {
    for (int c = 0; c < Blendshape.COUNT; c++) {
      float weight = coefficients[c];
      if (weight != 0) {
        int start = c * SIZE;
        for (int i = 0; i < SIZE; i++) {
          shape[i] += weight * fields[start + i];
        }
      }
    }
  }
}
