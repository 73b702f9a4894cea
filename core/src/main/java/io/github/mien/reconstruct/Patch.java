package io.github.mien.reconstruct;

import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.Rect;

/** A small piece of picture, where its pixels come from, and how much of each shows (0..1). */
final class Patch {
  final Image image;
  final float[] share;
  private final float[] mapX;
  private final float[] mapY;

  Patch(Rect area, int channels) {
    image = Image.create(area.width(), area.height(), channels);
    mapX = new float[area.width() * area.height()];
    mapY = new float[mapX.length];
    share = new float[mapX.length];
  }

  void place(int i, Opening opening, double s, double t) {
    mapX[i] = (float) opening.x(s, t);
    mapY[i] = (float) opening.y(s, t);
  }

  /** A pixel that does not show. */
  void skip(int i, int x, int y) {
    mapX[i] = x;
    mapY[i] = y;
  }

  void resample(Image source, ImageKernels kernels) {
    kernels.remap(source, mapX, mapY, image, image.bounds());
  }

  float grey(int i) {
    return image.data()[i] & 0xff;
  }
}
