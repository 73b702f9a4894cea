package io.github.mien.training.render;

import io.github.mien.face.Landmarks;
import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import org.jspecify.annotations.Nullable;

/**
 * A face that was moved, and how it should look.
 *
 * @param picture the moved face
 * @param from its points before
 * @param to its points after, in the same coordinates
 * @param truth a photo of what it should look like
 * @param toTruth from the picture to the photo
 * @param exact whether each pixel of the two belongs together; otherwise only places do
 * @param part of the way, 1 for the whole; what lies on the way has no photo as its truth, but the
 *     whole move's difference by that part
 * @param whole the face after the whole way, if this is a part
 */
record Moved(
    Image picture,
    Landmarks from,
    Landmarks to,
    Image truth,
    Affine toTruth,
    boolean exact,
    double part,
    @Nullable Moved whole) {

  /** The whole way. */
  static Moved wholly(
      Image picture, Landmarks from, Landmarks to, Image truth, Affine toTruth, boolean exact) {
    return new Moved(picture, from, to, truth, toTruth, exact, 1, null);
  }
}
