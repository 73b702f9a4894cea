package io.github.mien.reconstruct;

import io.github.mien.blend.Oklab;
import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.image.Rect;

/**
 * The whites of a photo's eyes, which are about as white on everybody and so tell its light.
 *
 * <p>A histogram of what lies between the lids, irises left out, by brightness.
 */
final class EyeWhites {
  /** Fewer pixels may be lashes or a crease. */
  private static final int LEAST = 12;

  private final int[] count = new int[256];
  private final long[][] sum = new long[3][256];
  private int all;

  EyeWhites(Image image, Landmarks face) {
    add(image, face, Opening.RIGHT_EYE, FaceMesh.RIGHT_IRIS);
    add(image, face, Opening.LEFT_EYE, FaceMesh.LEFT_IRIS);
  }

  private void add(Image image, Landmarks face, int[] lids, int iris) {
    Opening eye = new Opening(face, lids);
    double radius = Math.hypot(face.x(iris) - face.x(iris + 1), face.y(iris) - face.y(iris + 1));
    Rect area = eye.bounds(0).intersection(image.bounds());
    int step = 1 + area.width() / 64;
    for (int y = area.y(); y < area.bottom(); y += step) {
      for (int x = area.x(); x < area.right(); x += step) {
        double s = eye.s(x, y);
        double t = eye.t(x, y);
        boolean within = s > 0.1 && s < 0.9 && t > eye.upper(s) && t < eye.lower(s);
        if (within && Math.hypot(x - face.x(iris), y - face.y(iris)) > 1.05 * radius) {
          add(image.sample(x, y, 0), image.sample(x, y, 1), image.sample(x, y, 2));
        }
      }
    }
  }

  private void add(int red, int green, int blue) {
    int level = (red + green + blue) / 3;
    count[level]++;
    sum[0][level] += red;
    sum[1][level] += green;
    sum[2][level] += blue;
    all++;
  }

  /** Whether the eyes are open enough to show any. */
  boolean visible() {
    return all >= LEAST;
  }

  /** The brightness that one in so many pixels exceeds, 1..255. */
  int exceededByOneIn(int share) {
    int rest = all / share;
    int level = 255;
    while (level > 1 && (rest -= count[level]) >= 0) {
      level--;
    }
    return level;
  }

  /** The mean colour of the brightest fifth. */
  Oklab colour() {
    double red = 0, green = 0, blue = 0;
    int counted = 0;
    for (int level = exceededByOneIn(5); level < 256; level++) {
      red += sum[0][level];
      green += sum[1][level];
      blue += sum[2][level];
      counted += count[level];
    }
    int n = Math.max(1, counted);
    return Oklab.ofRgb(red / n, green / n, blue / n);
  }
}
