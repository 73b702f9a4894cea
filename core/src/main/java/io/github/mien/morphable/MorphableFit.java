package io.github.mien.morphable;

/**
 * A face taken apart.
 *
 * @param identity α: amount of each direction in which people differ, in the model's unit; shared
 * @param expression β: amount of each direction of expression; for Mien's own model one in 0..1 for
 *     each {@link io.github.mien.expression.Blendshape}; shared
 * @param frame where the head is
 * @param camera how it is seen
 * @param residual mean distance between the points and where the fit has them, in percent of the
 *     distance between the outer corners of the eyes in the picture
 */
public record MorphableFit(
    float[] identity, float[] expression, HeadFrame frame, Camera camera, double residual) {}
