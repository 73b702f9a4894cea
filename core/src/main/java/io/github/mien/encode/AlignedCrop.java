package io.github.mien.encode;

import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;

/**
 * The square of a picture in which a face always has the same place: the outer corners of the eyes
 * are level, their middle lies on the vertical centre line, and their distance is a fixed part of
 * the side. Features of pixels are taken from it.
 *
 * @param side in eye distances, above 0
 * @param eyeLine height of the eyes' corners, as a part of the side from its upper edge
 */
record AlignedCrop(double side, double eyeLine) {
  /** From above the brows to below the chin. */
  static final AlignedCrop FACE = new AlignedCrop(2.2, 0.36);

  /**
   * Cuts the crop, pixels beyond the picture's border repeated.
   *
   * @param photo read only
   * @param size pixels on a side
   * @return as many channels as the photo has
   */
  Image cut(Image photo, Landmarks points, ImageKernels kernels, int size) {
    Image crop = Image.create(size, size, photo.channels());
    kernels.warp(photo, toPicture(points, size), crop);
    return crop;
  }

  private Affine toPicture(Landmarks points, int size) {
    double pixels = side * points.eyeDistance();
    if (!(pixels > 0)) {
      throw new IllegalArgumentException(
          "the corners of the eyes are the same point; such a face cannot be aligned");
    }
    double angle = points.roll();
    double x = (points.x(FaceMesh.LEFT_EYE_OUTER) + points.x(FaceMesh.RIGHT_EYE_OUTER)) / 2.0;
    double y = (points.y(FaceMesh.LEFT_EYE_OUTER) + points.y(FaceMesh.RIGHT_EYE_OUTER)) / 2.0;
    double down = (0.5 - eyeLine) * pixels;
    return Affine.ofSquare(
        x - Math.sin(angle) * down, y + Math.cos(angle) * down, pixels, angle, size);
  }
}
