package io.github.mien.training.linear;

/**
 * Two photos of one person.
 *
 * @param person in them
 * @param rest without expression
 * @param expressive with
 */
record PhotoPair(String person, PhotographedFace rest, PhotographedFace expressive) {}
