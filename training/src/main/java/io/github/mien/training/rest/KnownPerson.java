package io.github.mien.training.rest;

import io.github.mien.morphable.MorphableFitter;
import io.github.mien.training.data.LabelledPhoto;
import org.jspecify.annotations.Nullable;

/**
 * A person whose resting face is known.
 *
 * @param name from the photo's
 * @param rest 478 x, y, z in the canonical frame of the morphable model
 * @param smile the same person smiling; null where there is no such photo
 */
record KnownPerson(String name, float[] rest, float @Nullable [] smile) {

  static KnownPerson of(LabelledPhoto rest, @Nullable LabelledPhoto smile, MorphableFitter fitter) {
    return new KnownPerson(
        rest.name(), canonical(rest, fitter), smile == null ? null : canonical(smile, fitter));
  }

  private static float[] canonical(LabelledPhoto photo, MorphableFitter fitter) {
    float[] points = photo.landmarks().toArray();
    return fitter.frame(points).toCanonical(points);
  }
}
