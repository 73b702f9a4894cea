package io.github.mien.face;

import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.Rect;
import io.github.mien.inference.Planes;
import io.github.mien.inference.Tensor;
import java.util.Arrays;

/**
 * A picture as {@link AnchorFreeFaceDetector}'s network takes it: scaled so that its height is the
 * detector's resolution, since faces are counted in shares of the height, and filled up with grey
 * on the right and below to whole cells. Very wide pictures are scaled to twice the resolution in
 * width, very narrow ones to 0.6 of it, so that the work stays within twice that of a square.
 *
 * @param grid the network's cells
 * @param scaleX pixels of the picture per pixel of the input
 * @param scaleY the same downwards
 */
record DetectorInput(DetectorGrid grid, double scaleX, double scaleY) {
  private static final double MAX_ASPECT = 2;
  private static final double MIN_WIDTH = 0.6;
  private static final byte GREY = (byte) 128;

  static DetectorInput of(int width, int height, int resolution) {
    double scale = (double) resolution / height;
    scale = Math.max(scale, Math.min(MIN_WIDTH * resolution / width, 2.0 * resolution / height));
    return scaled(width, height, Math.min(scale, MAX_ASPECT * resolution / width));
  }

  /**
   * A picture at a given scale.
   *
   * @param scale pixels of the input per pixel of the picture
   */
  static DetectorInput scaled(int width, int height, double scale) {
    int w = (int) Math.max(1, Math.round(width * scale));
    int h = (int) Math.max(1, Math.round(height * scale));
    return new DetectorInput(
        new DetectorGrid(wholeCells(w), wholeCells(h)), (double) width / w, (double) height / h);
  }

  private static int wholeCells(int pixels) {
    int m = DetectorGrid.MULTIPLE;
    return (pixels + m - 1) / m * m;
  }

  Tensor render(Image picture, ImageKernels kernels) {
    Image input = Image.create(grid.width(), grid.height(), picture.channels());
    Rect inner =
        new Rect(
            0,
            0,
            (int) Math.round(picture.width() / scaleX),
            (int) Math.round(picture.height() / scaleY));
    if (!inner.equals(input.bounds())) {
      Arrays.fill(input.data(), GREY);
    }
    kernels.resize(picture, input.view(inner));
    return tensor(input);
  }

  /** Levels 0..255 become -1..1. */
  static Tensor tensor(Image input) {
    return Planes.of(input, 1 / 127.5f, -1);
  }

  /** From coordinates of the input, edges being whole numbers, to those of the picture. */
  Detection toPicture(Detection found) {
    Box box = found.box();
    float[] points = new float[10];
    for (int k = 0; k < 10; k += 2) {
      points[k] = (float) x(found.points()[k]);
      points[k + 1] = (float) y(found.points()[k + 1]);
    }
    return new Detection(
        new Box(x(box.x0()), y(box.y0()), x(box.x1()), y(box.y1())), found.score(), points);
  }

  private double x(double input) {
    return input * scaleX - 0.5;
  }

  private double y(double input) {
    return input * scaleY - 0.5;
  }
}
