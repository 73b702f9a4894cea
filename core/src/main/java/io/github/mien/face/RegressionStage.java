package io.github.mien.face;

import java.util.List;

/**
 * One stage of a cascade: trees that look at the same pixels, which lie beside points of the shape.
 *
 * @param trees in order
 * @param anchors the point that each pixel goes with
 * @param offsets x, y of each pixel from that point, in the frame of the mean shape
 */
record RegressionStage(List<RegressionTree> trees, int[] anchors, float[] offsets) {}
