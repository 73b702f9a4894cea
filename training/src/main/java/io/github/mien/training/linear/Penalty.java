package io.github.mien.training.linear;

/**
 * On the squares of weights, in terms of the mean square of inputs.
 *
 * @param change of changes alone
 * @param face of how a face makes them differ
 */
record Penalty(double change, double face) {

  double of(boolean dependsOnFace) {
    return dependsOnFace ? face : change;
  }
}
