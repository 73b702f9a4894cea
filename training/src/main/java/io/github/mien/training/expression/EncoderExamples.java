package io.github.mien.training.expression;

/**
 * What the encoder learns from.
 *
 * @param inputs of generated faces
 * @param labels their coefficients
 * @param read inputs as the landmarker has them on photos
 * @param readLabels the photos' coefficients
 * @param readErrors how far those inputs are from the labels' points
 */
record EncoderExamples(
    float[][] inputs,
    float[][] labels,
    float[][] read,
    float[][] readLabels,
    float[][] readErrors) {}
