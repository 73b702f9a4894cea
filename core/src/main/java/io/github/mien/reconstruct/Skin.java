package io.github.mien.reconstruct;

import io.github.mien.image.Image;
import io.github.mien.image.Rect;

/**
 * A face as it was before a part of it is painted over.
 *
 * @param now the picture that is painted
 * @param painted outside of which nothing is
 * @param before a copy of that part
 */
record Skin(Image now, Rect painted, Image before) {
  /** Pixels on either side whose mean is what grain is measured from. */
  private static final int GRAIN = 2;

  static Skin under(Image picture, Rect painted) {
    return new Skin(picture, painted, picture.view(painted).copy());
  }

  /** 0..255; beyond the picture its border goes on. */
  int sample(int x, int y, int channel) {
    int column = Math.max(0, Math.min(now.width() - 1, x));
    int row = Math.max(0, Math.min(now.height() - 1, y));
    boolean inside =
        column >= painted.x()
            && column < painted.right()
            && row >= painted.y()
            && row < painted.bottom();
    return inside
        ? before.sample(column - painted.x(), row - painted.y(), channel)
        : now.sample(column, row, channel);
  }

  /** The mean of a square. */
  float mean(double x, double y, double radius, int channel) {
    int r = (int) Math.max(1, Math.round(radius));
    int step = Math.max(1, r / 4);
    float sum = 0;
    int n = 0;
    for (int dy = -r; dy <= r; dy += step) {
      for (int dx = -r; dx <= r; dx += step, n++) {
        sum += sample((int) Math.round(x) + dx, (int) Math.round(y) + dy, channel);
      }
    }
    return sum / n;
  }

  /** How much lighter a pixel is than those around it. */
  float grain(int x, int y, int channel) {
    float sum = 0;
    for (int dy = -GRAIN; dy <= GRAIN; dy++) {
      for (int dx = -GRAIN; dx <= GRAIN; dx++) {
        sum += sample(x + dx, y + dy, channel);
      }
    }
    return sample(x, y, channel) - sum / ((2 * GRAIN + 1) * (2 * GRAIN + 1));
  }
}
