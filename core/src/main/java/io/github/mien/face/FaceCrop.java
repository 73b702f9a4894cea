package io.github.mien.face;

import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;

/**
 * The rotated square of a picture that the landmarker looks at. Its eyes are level and the face
 * fills 1 / {@value #MARGIN} of it. Coordinates within are fractions of its side from its centre,
 * so that it spans -0.5..0.5 in both directions whatever the pixels.
 *
 * @param centerX centre in picture coordinates
 * @param centerY centre in picture coordinates
 * @param side length of a side in pixels of the picture, above 0
 * @param angle rotation in radians, clockwise on screen
 */
public record FaceCrop(double centerX, double centerY, double side, double angle) {
  /** Side of the crop over the larger side of the points' box. */
  public static final double MARGIN = 1.3;

  /** Where the five points of a detection lie on average, as fractions of the crop. */
  private static final double[] MEAN_FIVE = {
    -0.141, -0.148, 0.141, -0.148, 0, 0.035, -0.134, 0.144, 0.134, 0.144
  };

  /** Checks the side. */
  public FaceCrop {
    if (!(side > 0) || !Double.isFinite(centerX + centerY + side + angle)) {
      throw new IllegalArgumentException(
          "a crop needs a side above 0 and finite numbers: %s, %s, %s, %s"
              .formatted(centerX, centerY, side, angle));
    }
  }

  /** The crop around the points of a face, turned so that the outer eye corners are level. */
  public static FaceCrop of(Landmarks points) {
    double angle = points.roll();
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    double x0 = Double.MAX_VALUE,
        y0 = Double.MAX_VALUE,
        x1 = -Double.MAX_VALUE,
        y1 = -Double.MAX_VALUE;
    for (int i = 0; i < FaceMesh.FIRST_IRIS; i++) {
      double x = c * points.x(i) + s * points.y(i);
      double y = c * points.y(i) - s * points.x(i);
      x0 = Math.min(x0, x);
      y0 = Math.min(y0, y);
      x1 = Math.max(x1, x);
      y1 = Math.max(y1, y);
    }
    double x = (x0 + x1) / 2;
    double y = (y0 + y1) / 2;
    double side = MARGIN * Math.max(x1 - x0, y1 - y0);
    return new FaceCrop(c * x - s * y, s * x + c * y, side, angle);
  }

  /** The crop that a detector's five points suggest: that of the average face laid over them. */
  public static FaceCrop of(Detection detection) {
    double[] points = new double[10];
    for (int i = 0; i < points.length; i++) {
      points[i] = detection.points()[i];
    }
    Affine map = Affine.similarity(MEAN_FIVE, points);
    return new FaceCrop(map.tx(), map.ty(), map.scale(), Math.atan2(map.yx(), map.xx()));
  }

  /** The map from fractions of the crop to the picture. */
  public Affine toPicture() {
    return Affine.similarity(side, angle, centerX, centerY);
  }

  /**
   * The map from pixels of the crop, cut out, to the picture.
   *
   * @param size pixels on a side of what {@link #cut} makes
   */
  public Affine toPicture(int size) {
    return Affine.ofSquare(centerX, centerY, side, angle, size);
  }

  /** Points of the picture as fractions of the crop; z is divided by the side. */
  public Landmarks toFractions(Landmarks points) {
    return points.map(toPicture().inverse());
  }

  /**
   * Points given as fractions of the crop, in the picture.
   *
   * @param fractions x, y, z of 478 points
   */
  public Landmarks toPicture(float[] fractions) {
    return Landmarks.of(fractions).map(toPicture());
  }

  /**
   * Cuts the crop out of a picture, pixels beyond its border repeated.
   *
   * @param picture read only
   * @param crop square, of any size; overwritten
   */
  public void cut(Image picture, ImageKernels kernels, Image crop) {
    if (crop.width() != crop.height()) {
      throw new IllegalArgumentException("a crop is square, not " + crop);
    }
    kernels.warp(picture, toPicture(crop.width()), crop);
  }
}
