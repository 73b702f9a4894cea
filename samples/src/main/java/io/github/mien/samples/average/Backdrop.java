package io.github.mien.samples.average;

/**
 * Clears the shadows that the hair of the few leaves before a plain background. The background is
 * taken to change linearly; pixels that nearly have its colour are given it. One that is not plain
 * stays as it is. Below the chin, clothes fade away towards the sides.
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

  /** Width of transitions in parts of the side. */
  private static final float FADE = 0.1f;

  /** Distance from the middle, in parts of the side, where nothing of the clothes is left. */
  private static final float SIDES = 0.42f;

  private Backdrop() {}

  /**
   * @param average changed in place
   * @param face how much each pixel belongs to the face, which stays as it is
   * @param bottom row of the chin
   */
  static void clear(LinearImage average, float[] face, int bottom) {
    float[][] plain = new float[3][];
    for (int channel = 0; channel < 3; channel++) {
      plain[channel] = plane(average, channel, bottom);
    }
    for (int y = 0; y < average.size; y++) {
      for (int x = 0; x < average.size; x++) {
        int pixel = y * average.size + x;
        float solid =
            y < bottom
                ? Math.max(
                    known(face[pixel], y, bottom, average.size),
                    solidity(average, plain, x, y, pixel))
                : shoulders(x, y, bottom, average.size);
        for (int channel = 0; channel < 3; channel++) {
          float back = at(plain[channel], x, y);
          float own = average.planes[channel][pixel];
          average.planes[channel][pixel] = back + solid * (own - back);
        }
      }
    }
  }

  /** Towards the chin's row, pixels are kept more and more. */
  private static float known(float face, int y, int bottom, int size) {
    return Math.min(1, face + Math.max(0, 1 - (bottom - y) / (FADE * size)));
  }

  /** Below the chin, clothes fade into the background towards the sides. */
  private static float shoulders(int x, int y, int bottom, int size) {
    float across = Math.abs(x - size / 2f) / size;
    float side = Math.max(0, Math.min(1, (SIDES - across) / FADE));
    float share = Math.min(1, (y - bottom) / (FADE * size));
    return 1 - share * (1 - side);
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
