package io.github.mien.training.occlusion;

import io.github.mien.face.FaceCrop;
import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;

/**
 * A face in the square that the pipeline cuts.
 *
 * @param picture {@value #SIDE} pixels a side, RGB
 * @param points in its pixels
 */
record AlignedFace(Image picture, Landmarks points) {
  /** Pixels on a side. */
  static final int SIDE = 256;

  /** Pixels of all. */
  static final int PIXELS = SIDE * SIDE;

  static AlignedFace cut(Image photo, Landmarks points, FaceCrop crop) {
    Image picture = Image.create(SIDE, SIDE, 3);
    crop.cut(photo, ImageKernels.java(), picture);
    Affine toPhoto = crop.toPicture(SIDE);
    return new AlignedFace(picture, points.map(toPhoto.inverse()));
  }

  /** Distance between the temples. */
  double width() {
    return Math.hypot(points.x(454) - points.x(234), (double) points.y(454) - points.y(234));
  }

  /** Which pixels lie within the outline. */
  boolean[] inside() {
    double[] outline = points.xy(FaceMesh.outline());
    boolean[] inside = new boolean[PIXELS];
    for (int y = 0; y < SIDE; y++) {
      for (int i = 0, j = outline.length - 2; i < outline.length; j = i, i += 2) {
        double ay = outline[j + 1], by = outline[i + 1];
        if (ay > y != by > y) {
          double x = outline[j] + (outline[i] - outline[j]) * (y - ay) / (by - ay);
          for (int p = (int) Math.max(0, Math.ceil(x)); p < SIDE; p++) {
            inside[y * SIDE + p] ^= true;
          }
        }
      }
    }
    return inside;
  }

  /** Mean colour around a point, red, green and blue of 0..255. */
  double[] colourAt(int point) {
    return colourAt(points.x(point), points.y(point), 0.03 * width());
  }

  /** Mean colour of a square, as far as it is in the picture. */
  double[] colourAt(double x, double y, double reach) {
    double[] sum = new double[3];
    int n = 0;
    int r = (int) Math.max(1, reach);
    int cx = (int) Math.max(r, Math.min(SIDE - 1 - r, Math.round(x)));
    int cy = (int) Math.max(r, Math.min(SIDE - 1 - r, Math.round(y)));
    for (int v = cy - r; v <= cy + r; v++) {
      for (int u = cx - r; u <= cx + r; u++, n++) {
        for (int c = 0; c < 3; c++) {
          sum[c] += picture.sample(u, v, c);
        }
      }
    }
    return new double[] {sum[0] / n, sum[1] / n, sum[2] / n};
  }
}
