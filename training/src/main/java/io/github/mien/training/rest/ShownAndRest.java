package io.github.mien.training.rest;

/**
 * What the encoder reads of a face and of the same at rest.
 *
 * @param shown 52 coefficients
 * @param rest 52 coefficients
 */
record ShownAndRest(float[] shown, float[] rest) {}
