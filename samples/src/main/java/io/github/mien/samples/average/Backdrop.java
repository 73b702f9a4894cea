package io.github.mien.samples.average;

/**
 * A plain background, whose light changes linearly across a picture. Where a picture has none,
 * hardly a pixel is near it, so that everything is taken for what stands in front.
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

  private final float[][] plain = new float[3][];

  /**
   * @param image shows it at both sides
   * @param bottom row below which clothes hide it
   */
  Backdrop(LinearImage image, int bottom) {
    for (int channel = 0; channel < 3; channel++) {
      plain[channel] = plane(image, channel, bottom);
    }
  }

  /** Its light at a pixel. */
  float light(int channel, int x, int y) {
    float[] plane = plain[channel];
    return plane[0] + plane[1] * x + plane[2] * y;
  }

  /** How much each pixel of a picture differs from it: 0 not at all, 1 surely. */
  float[] hidden(LinearImage image) {
    float[] hidden = new float[image.size * image.size];
    for (int y = 0, pixel = 0; y < image.size; y++) {
      for (int x = 0; x < image.size; x++, pixel++) {
        hidden[pixel] = hidden(image, x, y, pixel);
      }
    }
    return hidden;
  }

  private float hidden(LinearImage image, int x, int y, int pixel) {
    double[] differences = new double[3];
    for (int channel = 0; channel < 3; channel++) {
      double own = Math.cbrt(image.planes[channel][pixel]);
      differences[channel] = own - Math.cbrt(Math.max(0, light(channel, x, y)));
    }
    double difference =
        Math.max(
            Math.max(Math.abs(differences[0]), Math.abs(differences[1])),
            HUE * Math.abs(differences[0] - differences[2]));
    double t = Math.max(0, Math.min(1, (difference - SHADOW) / (SOLID - SHADOW)));
    return (float) (t * t * (3 - 2 * t));
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
