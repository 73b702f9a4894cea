package io.github.mien.opencv;

import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.Rect;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * The kernels on OpenCV, which copies what it reads of the source to native memory and frees it
 * before returning.
 */
public final class OpenCvImageKernels extends OpenCvProvider implements ImageKernels {

  /** For {@link java.util.ServiceLoader}. */
  public OpenCvImageKernels() {}

  /**
   * {@inheritDoc}
   *
   * <p>Where the map shrinks by more than two this is done in Java, which averages the source
   * without copying it first.
   */
  @Override
  public void warp(Image source, Affine toSource, Image target) {
    if (toSource.scale() > 2) {
      ImageKernels.java().warp(source, toSource, target);
      return;
    }
    requireSameChannels(source, target);
    OpenCvLibrary.require();
    Rect touched = touched(source, toSource, target);
    Affine map = toSource.then(Affine.similarity(1, 0, -touched.x(), -touched.y()));
    Mat matrix = new Mat(2, 3, CvType.CV_64F);
    Mat pixels = Mats.copyOf(source, touched);
    try {
      matrix.put(0, 0, map.xx(), map.xy(), map.tx(), map.yx(), map.yy(), map.ty());
      Imgproc.warpAffine(
          pixels,
          pixels,
          matrix,
          new Size(target.width(), target.height()),
          Imgproc.INTER_LINEAR | Imgproc.WARP_INVERSE_MAP,
          Core.BORDER_REPLICATE);
      Mats.copy(pixels, target);
    } finally {
      matrix.release();
      pixels.release();
    }
  }

  /** The part of the source that the target is made of. */
  private static Rect touched(Image source, Affine toSource, Image target) {
    double minX = Double.MAX_VALUE, minY = Double.MAX_VALUE;
    double maxX = -Double.MAX_VALUE, maxY = -Double.MAX_VALUE;
    for (int corner = 0; corner < 4; corner++) {
      double x = (corner & 1) * (target.width() - 1.0);
      double y = (corner >> 1) * (target.height() - 1.0);
      minX = Math.min(minX, toSource.mapX(x, y));
      maxX = Math.max(maxX, toSource.mapX(x, y));
      minY = Math.min(minY, toSource.mapY(x, y));
      maxY = Math.max(maxY, toSource.mapY(x, y));
    }
    int left = clamp(Math.floor(minX) - 1, source.width());
    int top = clamp(Math.floor(minY) - 1, source.height());
    int right = clamp(Math.ceil(maxX) + 1, source.width());
    int bottom = clamp(Math.ceil(maxY) + 1, source.height());
    return new Rect(left, top, right - left + 1, bottom - top + 1);
  }

  private static int clamp(double at, int size) {
    return (int) Math.max(0, Math.min(size - 1, at));
  }

  /**
   * {@inheritDoc}
   *
   * <p>Done in Java: OpenCV rounds positions to a thirty-second of a pixel, and its bicubic is
   * another one (a = -0.75 where Catmull-Rom has -0.5).
   */
  @Override
  public void remap(Image source, float[] mapX, float[] mapY, Image target, Rect area) {
    ImageKernels.java().remap(source, mapX, mapY, target, area);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Where both sides shrink by more than two this is done in Java, which averages the source
   * without copying it first.
   */
  @Override
  public void resize(Image source, Image target) {
    if (source.width() > 2 * target.width() && source.height() > 2 * target.height()) {
      ImageKernels.java().resize(source, target);
      return;
    }
    requireSameChannels(source, target);
    OpenCvLibrary.require();
    Mat in = Mats.copyOf(source, source.bounds());
    Mat out = new Mat();
    try {
      // Where one side shrinks and the other grows OpenCV would not average.
      boolean narrower = target.width() < source.width();
      boolean lower = target.height() < source.height();
      if (narrower && lower) {
        resize(in, out, target.width(), target.height(), Imgproc.INTER_AREA);
      } else {
        int shrunkWidth = Math.min(source.width(), target.width());
        int shrunkHeight = Math.min(source.height(), target.height());
        resize(in, out, shrunkWidth, shrunkHeight, Imgproc.INTER_AREA);
        resize(out, out, target.width(), target.height(), Imgproc.INTER_LINEAR);
      }
      Mats.copy(out, target);
    } finally {
      in.release();
      out.release();
    }
  }

  private static void resize(Mat in, Mat out, int width, int height, int how) {
    Imgproc.resize(in, out, new Size(width, height), 0, 0, how);
  }

  @Override
  public void blur(float[] source, int width, int height, double sigma, float[] target) {
    if (sigma <= 0) {
      System.arraycopy(source, 0, target, 0, width * height);
      return;
    }
    OpenCvLibrary.require();
    Mat plane = new Mat(height, width, CvType.CV_32F);
    try {
      plane.put(0, 0, source);
      double side = 2 * Math.ceil(3 * sigma) + 1;
      Imgproc.GaussianBlur(plane, plane, new Size(side, side), sigma, sigma, Core.BORDER_REPLICATE);
      plane.get(0, 0, target);
    } finally {
      plane.release();
    }
  }

  private static void requireSameChannels(Image source, Image target) {
    if (source.channels() != target.channels()) {
      throw new IllegalArgumentException(
          "both pictures need as many channels: " + source + ", " + target);
    }
  }
}
