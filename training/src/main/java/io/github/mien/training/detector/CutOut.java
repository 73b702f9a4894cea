package io.github.mien.training.detector;

import io.github.mien.face.Box;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import java.util.ArrayList;
import java.util.List;

/**
 * A portrait ready to be placed in other pictures, at several sizes. Its alpha is 0 where the
 * background is known to be.
 */
final class CutOut {
  private static final int SIZE = 512;
  private static final int SMALLEST = 32;
  private static final int BORDER = 6;

  private final List<Image> sizes = new ArrayList<>();
  private final Landmarks landmarks;
  private final boolean keyed;

  /**
   * @param photo a square portrait
   * @param landmarks of its face, in its pixels
   * @param key whether its background is even and shall be removed
   * @param kernels resample
   */
  CutOut(Image photo, Landmarks landmarks, boolean key, ImageKernels kernels) {
    Image reduced = Image.create(SIZE, SIZE, 3);
    kernels.resize(photo, reduced);
    Image image = withAlpha(reduced, key);
    for (int size = SIZE; size > SMALLEST; size /= 2) {
      sizes.add(image);
      Image half = Image.create(size / 2, size / 2, 4);
      kernels.resize(image, half);
      image = half;
    }
    double scale = (double) SIZE / photo.width();
    this.landmarks =
        landmarks.map(new Affine(scale, 0, (scale - 1) / 2, 0, scale, (scale - 1) / 2));
    this.keyed = key;
  }

  private static Image withAlpha(Image photo, boolean key) {
    float[] person = key ? BackgroundKey.personIn(photo) : null;
    Image image = Image.create(SIZE, SIZE, 4);
    for (int y = 0, p = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++, p++) {
        System.arraycopy(photo.data(), 3 * p, image.data(), 4 * p, 3);
        int toBorder = Math.min(Math.min(x, SIZE - 1 - x), Math.min(y, SIZE - 1 - y));
        double alpha = person == null ? 1 : person[p] * Math.min(1, (double) toBorder / BORDER);
        image.data()[4 * p + 3] = (byte) Math.round(255 * alpha);
      }
    }
    return image;
  }

  /** Pixels on a side of the largest version, to which all coordinates refer. */
  static int size() {
    return SIZE;
  }

  boolean keyed() {
    return keyed;
  }

  Landmarks landmarks() {
    return landmarks;
  }

  Box face() {
    return landmarks.bounds();
  }

  /**
   * Fills a picture with this one, alpha included; beyond its borders they are repeated.
   *
   * @param toCutOut from pixel centres of the target to those of the largest version
   * @param kernels resample
   * @param target overwritten, four channels
   */
  void render(Affine toCutOut, ImageKernels kernels, Image target) {
    int level = 0;
    double scale = toCutOut.scale();
    while (scale > 1.5 && level < sizes.size() - 1) {
      scale /= 2;
      level++;
    }
    double f = 1.0 / (1 << level);
    Affine reduce = new Affine(f, 0, (f - 1) / 2, 0, f, (f - 1) / 2);
    kernels.warp(sizes.get(level), toCutOut.then(reduce), target);
  }
}
