package io.github.mien.reconstruct;

import io.github.mien.face.Face;
import io.github.mien.image.Image;

/**
 * A face together with the picture it is in.
 *
 * @param image the picture
 * @param face the face, in the picture's coordinates
 */
public record FacePhoto(Image image, Face face) {}
