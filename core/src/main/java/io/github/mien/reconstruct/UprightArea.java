package io.github.mien.reconstruct;

import io.github.mien.face.Box;
import io.github.mien.image.Affine;
import io.github.mien.image.Rect;

/** The upright part of a picture that holds a part of a turned crop. */
final class UprightArea {
  private UprightArea() {}

  /**
   * @param part of the crop, its edges included
   * @param toPicture from the crop's pixels to the picture's
   * @return whole pixels, which may lie beyond the picture; none for an empty part
   */
  static Rect of(Rect part, Affine toPicture) {
    if (part.isEmpty()) {
      return new Rect(0, 0, 0, 0);
    }
    double x0 = 1e9, y0 = 1e9, x1 = -1e9, y1 = -1e9;
    for (int i = 0; i < 4; i++) {
      double u = i % 2 == 0 ? part.x() : part.right();
      double v = i / 2 == 0 ? part.y() : part.bottom();
      x0 = Math.min(x0, toPicture.mapX(u, v));
      x1 = Math.max(x1, toPicture.mapX(u, v));
      y0 = Math.min(y0, toPicture.mapY(u, v));
      y1 = Math.max(y1, toPicture.mapY(u, v));
    }
    return new Box(x0, y0, x1, y1).pixels();
  }
}
