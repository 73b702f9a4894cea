package io.github.mien.training.detector;

import io.github.mien.face.Box;
import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;

/** A picture under composition. */
final class Canvas {
  private final Image picture;
  private final ImageKernels kernels;

  Canvas(int width, int height, ImageKernels kernels) {
    this.picture = Image.create(width, height, 3);
    this.kernels = kernels;
  }

  Image picture() {
    return picture;
  }

  /** An empty canvas of the same size. */
  Canvas another() {
    return new Canvas(width(), height(), kernels);
  }

  /** Fills the whole canvas from a picture, its borders repeated. */
  void fill(Image source, Affine toSource) {
    kernels.warp(source, toSource, picture);
  }

  int width() {
    return picture.width();
  }

  int height() {
    return picture.height();
  }

  /** Paints a cut-out through a shape given in the cut-out's coordinates. */
  void paint(CutOut cutOut, Affine toCanvas, Shape shape) {
    paint(toCanvas, shape, (toCutOut, target) -> cutOut.render(toCutOut, kernels, target));
  }

  /** Paints an RGB picture through a shape given in that picture's coordinates. */
  void paint(Image source, Affine toCanvas, Shape shape) {
    paint(
        toCanvas,
        shape,
        (toSource, target) -> {
          Image opaque = Image.create(target.width(), target.height(), 3);
          kernels.warp(source, toSource, opaque);
          for (int i = 0; i < target.width() * target.height(); i++) {
            System.arraycopy(opaque.data(), 3 * i, target.data(), 4 * i, 3);
            target.data()[4 * i + 3] = (byte) 255;
          }
        });
  }

  /** Paints one colour through a shape given in the canvas's own coordinates. */
  void paint(int[] colour, Shape shape) {
    paint(
        Affine.IDENTITY,
        shape,
        (toSource, target) -> {
          for (int i = 0; i < target.data().length; i++) {
            target.data()[i] = (byte) (i % 4 == 3 ? 255 : colour[i % 4]);
          }
        });
  }

  private void paint(Affine toCanvas, Shape shape, Renderer renderer) {
    Box area = bounds(toCanvas, shape.bounds());
    int x0 = (int) Math.max(0, Math.floor(area.x0()));
    int y0 = (int) Math.max(0, Math.floor(area.y0()));
    int x1 = (int) Math.min(width(), Math.ceil(area.x1()) + 1);
    int y1 = (int) Math.min(height(), Math.ceil(area.y1()) + 1);
    if (x1 <= x0 || y1 <= y0) {
      return;
    }
    Affine toSource = new Affine(1, 0, x0, 0, 1, y0).then(toCanvas.inverse());
    Image patch = Image.create(x1 - x0, y1 - y0, 4);
    renderer.render(toSource, patch);
    for (int y = 0, p = 0; y < patch.height(); y++) {
      int out = picture.index(x0, y0 + y);
      for (int x = 0; x < patch.width(); x++, p += 4, out += 3) {
        double cover = shape.cover(toSource.mapX(x, y), toSource.mapY(x, y));
        int alpha = (int) (256 * cover * (patch.data()[p + 3] & 0xff) / 255);
        for (int c = 0; c < 3 && alpha > 0; c++) {
          int below = picture.data()[out + c] & 0xff;
          int above = patch.data()[p + c] & 0xff;
          picture.data()[out + c] = (byte) (below + ((above - below) * alpha + 128 >> 8));
        }
      }
    }
  }

  /** The smallest upright box around a mapped one. */
  static Box bounds(Affine map, Box box) {
    double[] xs = {box.x0(), box.x1(), box.x0(), box.x1()};
    double[] ys = {box.y0(), box.y0(), box.y1(), box.y1()};
    double x0 = 1e9, y0 = 1e9, x1 = -1e9, y1 = -1e9;
    for (int i = 0; i < 4; i++) {
      double x = map.mapX(xs[i], ys[i]);
      double y = map.mapY(xs[i], ys[i]);
      x0 = Math.min(x0, x);
      y0 = Math.min(y0, y);
      x1 = Math.max(x1, x);
      y1 = Math.max(y1, y);
    }
    return new Box(x0, y0, x1, y1);
  }

  private interface Renderer {
    void render(Affine toSource, Image target);
  }
}
