package io.github.mien.image;

/**
 * Shares found at low resolution, drawn along the edges of a picture at its full resolution: in
 * each window a share is a linear function of brightness (fast guided filter, He and Sun 2015,
 * arXiv:1505.00996, with Gaussian windows). Immutable.
 */
public final class GuidedFilter {
  private final float[] slope;
  private final float[] level;
  private final int side;

  private GuidedFilter(float[] slope, float[] level, int side) {
    this.slope = slope;
    this.level = level;
    this.side = side;
  }

  /**
   * Fits the functions.
   *
   * @param guide RGB or RGBA, square, at least 2 pixels on a side; its luma (BT.601) of 0..1
   *     guides; not modified
   * @param shares 0..1, one for each of its pixels, row by row; overwritten
   * @param window standard deviation of the windows in pixels of the guide
   * @param smooth variance of brightness, which is 0..1, below which nothing is an edge
   * @param kernels blur
   */
  public static GuidedFilter fit(
      Image guide, float[] shares, double window, float smooth, ImageKernels kernels) {
    int side = guide.width();
    float[] light = new float[side * side];
    float[] squares = new float[light.length];
    float[] products = new float[light.length];
    for (int i = 0; i < light.length; i++) {
      light[i] = Luma.of(guide.data(), guide.index(i % side, i / side)) / 255;
      squares[i] = light[i] * light[i];
      products[i] = light[i] * shares[i];
    }
    for (float[] plane : new float[][] {light, squares, products, shares}) {
      kernels.blur(plane, side, side, window, plane);
    }
    float[] slope = products;
    float[] level = squares;
    for (int i = 0; i < light.length; i++) {
      float variance = squares[i] - light[i] * light[i];
      slope[i] = (products[i] - light[i] * shares[i]) / (variance + smooth);
      level[i] = shares[i] - slope[i] * light[i];
    }
    kernels.blur(slope, side, side, window, slope);
    kernels.blur(level, side, side, window, level);
    return new GuidedFilter(slope, level, side);
  }

  /**
   * The share of a pixel, about 0..1, not clamped.
   *
   * @param picture that the guide was cut out of
   * @param x column in it
   * @param y row in it
   * @param u the same place in the guide, a column; beyond its border as on it
   * @param v likewise, a row
   */
  public float at(Image picture, int x, int y, float u, float v) {
    float light = Luma.of(picture.data(), picture.index(x, y)) / 255;
    return Bilinear.at(slope, 0, side, u, v) * light + Bilinear.at(level, 0, side, u, v);
  }
}
