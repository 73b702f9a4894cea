package io.github.mien.training.linear;

/**
 * How a face moved.
 *
 * @param person whose face it is; people are kept together when a penalty is chosen
 * @param change of coefficients asked for, 52
 * @param shape of the face before, 1434 numbers in the canonical frame
 * @param movement of its points, 1434 numbers in the canonical frame
 * @param whole whether all parts of the face moved together, else one of them
 * @param weight how much it counts
 */
record Example(
    String person, float[] change, float[] shape, float[] movement, boolean whole, double weight) {}
