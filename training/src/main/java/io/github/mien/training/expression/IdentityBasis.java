package io.github.mien.training.expression;

import io.github.mien.training.data.PrincipalComponents;
import java.util.ArrayList;
import java.util.List;

/**
 * Directions in which people differ.
 *
 * @param components of unit length, the strongest first
 * @param deviations of people along them
 */
record IdentityBasis(float[][] components, float[] deviations) {

  /**
   * @param shapes without expression
   * @param count components wanted
   */
  static IdentityBasis of(List<float[]> shapes, int count) {
    float[] mean = new float[shapes.get(0).length];
    shapes.forEach(shape -> Shapes.add(mean, 1.0 / shapes.size(), shape));
    List<float[]> centred = new ArrayList<>();
    shapes.forEach(shape -> centred.add(Shapes.difference(shape, mean)));
    PrincipalComponents found = PrincipalComponents.of(centred, count);
    return new IdentityBasis(found.components(), found.deviations());
  }
}
