package io.github.mien.matte;

import io.github.mien.face.FaceCrop;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;

/** Finds which part of a photo is a person: hair, face, neck, shoulders. Thread-safe. */
public interface HeadMatte {
  /** Sides of the crop over those of the face's. */
  double REACH = 2;

  /**
   * Finds the person whose face it is.
   *
   * @param photo RGB or RGBA, upright; not modified, not kept
   * @param face whose head it is; points in pixels of the photo
   * @return what of the square {@link #crop} belongs to the person
   */
  Matte find(Image photo, Landmarks face);

  /** The square of a photo that is looked at, in its pixels: head and shoulders. */
  static FaceCrop crop(Landmarks face) {
    FaceCrop near = FaceCrop.of(face);
    return new FaceCrop(near.centerX(), near.centerY(), REACH * near.side(), near.angle());
  }
}
