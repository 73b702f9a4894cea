package io.github.mien.samples.average;

/**
 * Clears the shadows that the hair of the few leaves before a plain background. The background is
 * taken to change linearly; pixels that nearly have its colour are given it. One that is not plain
 * stays as it is, and so does what is below the chin.
 */
final class Backdrop {
  /** Part of the width, at either side, that shows background only. */
  private static final double MARGIN = 0.1;

  /** Difference in perceived lightness below which a pixel is background. */
  private static final double SHADOW = 0.1;

  /** Difference above which it is not. */
  private static final double SOLID = 0.3;

  /** Skin in bright light is told from a grey background by its hue. */
  private static final double HUE = 5;

  private Backdrop() {}

  /**
   * @param average changed in place
   * @param face how much each pixel belongs to the face, which stays as it is
   * @param bottom first row that stays as it is
   */
  static void clear(LinearImage average, float[] face, int bottom) {
    float[][] plain = new float[3][];
    for (int channel = 0; channel < 3; channel++) {
      plain[channel] = plane(average, channel, bottom);
    }
    int fade = average.size / 10;
    for (int y = 0; y < bottom; y++) {
      float keep = Math.max(0, 1 - (bottom - y) / (float) fade);
      for (int x = 0; x < average.size; x++) {
        int pixel = y * average.size + x;
        float known = Math.min(1, keep + face[pixel]);
        float solid = Math.max(known, solidity(average, plain, x, y, pixel));
        for (int channel = 0; channel < 3; channel++) {
          float back = at(plain[channel], x, y);
          float own = average.planes[channel][pixel];
          average.planes[channel][pixel] = back + solid * (own - back);
        }
      }
    }
  }

  private static float solidity(LinearImage average, float[][] plain, int x, int y, int pixel) {
    double[] differences = new double[3];
    for (int channel = 0; channel < 3; channel++) {
      double own = Math.cbrt(average.planes[channel][pixel]);
      double back = Math.cbrt(Math.max(0, at(plain[channel], x, y)));
      differences[channel] = own - back;
    }
    double difference =
        Math.max(
            Math.max(Math.abs(differences[0]), Math.abs(differences[1])),
            HUE * Math.abs(differences[0] - differences[2]));
    double t = Math.max(0, Math.min(1, (difference - SHADOW) / (SOLID - SHADOW)));
    return (float) (t * t * (3 - 2 * t));
  }

  private static float at(float[] plane, int x, int y) {
    return plane[0] + plane[1] * x + plane[2] * y;
  }

  /** The plane a + b x + c y nearest to a channel in both margins above the bottom row. */
  private static float[] plane(LinearImage image, int channel, int bottom) {
    int margin = (int) (MARGIN * image.size);
    double n = 0, sx = 0, sy = 0, sxx = 0, sxy = 0, syy = 0, sv = 0, sxv = 0, syv = 0;
    for (int y = 0; y < bottom; y++) {
      for (int i = 0; i < 2 * margin; i++) {
        int x = i < margin ? i : image.size - 1 - (i - margin);
        double v = image.planes[channel][y * image.size + x];
        n++;
        sx += x;
        sy += y;
        sxx += (double) x * x;
        sxy += (double) x * y;
        syy += (double) y * y;
        sv += v;
        sxv += x * v;
        syv += y * v;
      }
    }
    double mx = sx / n, my = sy / n, mv = sv / n;
    double cxx = sxx / n - mx * mx, cxy = sxy / n - mx * my, cyy = syy / n - my * my;
    double cxv = sxv / n - mx * mv, cyv = syv / n - my * mv;
    double determinant = cxx * cyy - cxy * cxy;
    double b = (cxv * cyy - cyv * cxy) / determinant;
    double c = (cyv * cxx - cxv * cxy) / determinant;
    return new float[] {(float) (mv - b * mx - c * my), (float) b, (float) c};
  }
}
