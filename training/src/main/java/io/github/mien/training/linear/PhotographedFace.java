package io.github.mien.training.linear;

import io.github.mien.encode.EncodedFace;
import java.util.List;

/**
 * A face in a photo.
 *
 * @param shape of its points, 1434 numbers in the canonical frame, as good as they are known
 * @param coefficients 52, as good as they are known
 * @param seen the same face as a transfer gets it, at least once
 */
record PhotographedFace(float[] shape, float[] coefficients, List<EncodedFace> seen) {}
