package io.github.mien.training.render;

import io.github.mien.face.Landmarks;
import io.github.mien.image.Affine;
import io.github.mien.image.Image;

/**
 * A face that was moved, and how it should look.
 *
 * @param picture the moved face
 * @param from its points before
 * @param to its points after, in the same coordinates
 * @param truth a photo of what it should look like
 * @param toTruth from the picture to the photo
 * @param exact whether each pixel of the two belongs together; otherwise only places do
 */
record Moved(
    Image picture, Landmarks from, Landmarks to, Image truth, Affine toTruth, boolean exact) {}
