package io.github.mien.training.occlusion;

import io.github.mien.training.synth.Chance;

/** A kind of thing that comes in front of faces. */
interface Thing {

  /**
   * Draws one before a face.
   *
   * @param face its picture may be changed where the thing tints or reflects without hiding
   * @param layer what hides the face is drawn here
   */
  void draw(AlignedFace face, Layer layer, Chance chance);
}
