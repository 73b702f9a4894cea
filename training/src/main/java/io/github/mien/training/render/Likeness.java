package io.github.mien.training.render;

import io.github.mien.image.ImageKernels;

/**
 * How alike pictures are within a region, over a set of them: the mean of the peak signal-to-noise
 * ratio of the levels, of structural similarity of luma (SSIM, Wang and others 2004, Gaussian
 * windows of 1.5 pixels), and of the gradients' absolute difference in levels of 0..255.
 */
public final class Likeness {
  private static final double SIGMA = 1.5;
  private static final double C1 = 0.01 * 0.01;
  private static final double C2 = 0.03 * 0.03;

  /** Pictures that show less of the region do not count. */
  private static final int LEAST = 40;

  private final int width;
  private double psnr;
  private double ssim;
  private double gradient;
  private int count;

  /**
   * @param width columns of the pictures
   */
  public Likeness(int width) {
    this.width = width;
  }

  /**
   * Adds a pair.
   *
   * @param a 3 planes, 0..1
   * @param b likewise
   * @param region of a plane
   */
  public void add(float[] a, float[] b, boolean[] region) {
    int pixels = 0;
    double squares = 0;
    for (int i = 0; i < region.length; i++) {
      if (region[i]) {
        pixels++;
        for (int c = 0; c < 3; c++) {
          double d = clamp(a[i + c * region.length]) - b[i + c * region.length];
          squares += d * d / 3;
        }
      }
    }
    if (pixels < LEAST) {
      return;
    }
    psnr += -10 * Math.log10(Math.max(1e-10, squares / pixels));
    float[] first = luma(a), second = luma(b);
    ssim += ssim(first, second, region) / pixels;
    gradient += 255 * gradient(first, second, region) / pixels;
    count++;
  }

  /** In dB. */
  public double psnr() {
    return psnr / count;
  }

  /** 1 for equal pictures. */
  public double ssim() {
    return ssim / count;
  }

  /** In levels. */
  public double gradient() {
    return gradient / count;
  }

  private static float clamp(float v) {
    return Math.max(0, Math.min(1, v));
  }

  private static float[] luma(float[] planes) {
    int n = planes.length / 3;
    float[] luma = new float[n];
    for (int i = 0; i < n; i++) {
      luma[i] =
          0.299f * clamp(planes[i])
              + 0.587f * clamp(planes[i + n])
              + 0.114f * clamp(planes[i + 2 * n]);
    }
    return luma;
  }

  private double ssim(float[] a, float[] b, boolean[] region) {
    float[] meanA = blurred(a, null), meanB = blurred(b, null);
    float[] squareA = blurred(a, a), squareB = blurred(b, b), product = blurred(a, b);
    double sum = 0;
    for (int i = 0; i < region.length; i++) {
      if (region[i]) {
        double ma = meanA[i], mb = meanB[i];
        double va = squareA[i] - ma * ma, vb = squareB[i] - mb * mb, both = product[i] - ma * mb;
        sum += (2 * ma * mb + C1) * (2 * both + C2) / ((ma * ma + mb * mb + C1) * (va + vb + C2));
      }
    }
    return sum;
  }

  private float[] blurred(float[] a, float @org.jspecify.annotations.Nullable [] by) {
    float[] product = a.clone();
    for (int i = 0; by != null && i < product.length; i++) {
      product[i] *= by[i];
    }
    ImageKernels.java().blur(product, width, product.length / width, SIGMA, product);
    return product;
  }

  private double gradient(float[] a, float[] b, boolean[] region) {
    double sum = 0;
    for (int i = 0; i + width < region.length; i++) {
      if (region[i] && i % width + 1 < width) {
        sum += Math.abs(a[i + 1] - a[i] - b[i + 1] + b[i]) / 2;
        sum += Math.abs(a[i + width] - a[i] - b[i + width] + b[i]) / 2;
      }
    }
    return sum;
  }

  @Override
  public String toString() {
    return "%.2f dB %.4f %.2f".formatted(psnr(), ssim(), gradient());
  }
}
