package io.github.mien.reconstruct;

import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import java.util.Arrays;

/**
 * The white of one eye as a smooth colour, for what a turned eyeball uncovers: as bright as the
 * white that the photo shows, on either side, and shaded by the lids and towards the corners.
 */
final class Sclera {
  /** Fewer pixels tell nothing. */
  private static final int LEAST = 8;

  /** Places between the lids and along the eye at which white is looked for, as shares. */
  private static final double FROM = 0.25;

  private static final double TO = 0.85;
  private static final double CORNER = 0.12;

  /** How far from the iris it begins, in radii. */
  private static final double BESIDE = 1.1;

  /** How much the difference between the sides counts against there being none. */
  private static final double LEVEL = 0.02;

  /** Share of the light that is missing at the upper lid, at the lower lid and at the corners. */
  private static final double UNDER_UPPER = 0.3;

  private static final double OVER_LOWER = 0.12;
  private static final double IN_CORNERS = 0.15;

  /** How deep the lids' shade is, as a share of the eye's length. */
  private static final double UPPER_DEPTH = 0.09;

  private static final double LOWER_DEPTH = 0.05;

  private final Opening eye;
  private final double[] mean = new double[3];
  private final double[] slope = new double[3];
  private final int seen;

  /**
   * @param image shows the eye
   * @param eye its lids
   * @param irisX centre of the iris
   * @param irisY likewise
   * @param radius of the iris
   */
  Sclera(Image image, Opening eye, double irisX, double irisY, double radius) {
    this.eye = eye;
    Rect area = eye.bounds(0).intersection(image.bounds());
    int step = 1 + area.width() / 64;
    int[] places = new int[(area.width() / step + 1) * (area.height() / step + 1)];
    double[] along = new double[places.length];
    int found = 0;
    for (int y = area.y(); y < area.bottom(); y += step) {
      for (int x = area.x(); x < area.right(); x += step) {
        double s = eye.s(x, y);
        double share = (eye.t(x, y) - eye.upper(s)) / Math.max(1e-3, eye.lower(s) - eye.upper(s));
        boolean between = s > CORNER && s < 1 - CORNER && share > FROM && share < TO;
        if (between && Math.hypot(x - irisX, y - irisY) > BESIDE * radius) {
          places[found] = image.index(x, y);
          along[found++] = s - 0.5;
        }
      }
    }
    seen = fit(image.data(), Arrays.copyOf(places, found), along);
  }

  private static int brightness(byte[] data, int at) {
    return (data[at] & 0xff) + (data[at + 1] & 0xff) + (data[at + 2] & 0xff);
  }

  /**
   * A line along the eye through the brighter half: the others are lashes and lids.
   *
   * @param places indices of the pixels' first samples
   * @param at where along the eye they are, from its middle
   * @return how many pixels tell
   */
  private int fit(byte[] data, int[] places, double[] at) {
    int[] sorted = new int[places.length];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = brightness(data, places[i]);
    }
    Arrays.sort(sorted);
    int least = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    double n = 0, along = 0, square = 0;
    double[] sum = new double[3];
    double[] moment = new double[3];
    for (int i = 0; i < places.length; i++) {
      if (brightness(data, places[i]) >= least) {
        double s = at[i];
        n++;
        along += s;
        square += s * s;
        for (int c = 0; c < 3; c++) {
          sum[c] += data[places[i] + c] & 0xff;
          moment[c] += s * (data[places[i] + c] & 0xff);
        }
      }
    }
    if (n < LEAST) {
      return 0;
    }
    double spread = square - along * along / n + LEVEL * n;
    for (int c = 0; c < 3; c++) {
      slope[c] = (moment[c] - along * sum[c] / n) / spread;
      mean[c] = (sum[c] - slope[c] * along) / n;
    }
    return (int) n;
  }

  /** Whether the photo shows enough of it. */
  boolean known() {
    return seen > 0;
  }

  /**
   * How much of the light falls on a place, 0..1.
   *
   * @param s along the eye
   * @param above distance from the upper lid in pixels
   * @param below distance from the lower lid
   */
  double light(double s, double above, double below) {
    double aside = Math.abs(2 * Smooth.clamp(s) - 1);
    return (1 - UNDER_UPPER * Math.exp(-Math.max(0, above) / (UPPER_DEPTH * eye.length())))
        * (1 - OVER_LOWER * Math.exp(-Math.max(0, below) / (LOWER_DEPTH * eye.length())))
        * (1 - IN_CORNERS * aside * aside * aside);
  }

  /**
   * The level of a channel.
   *
   * @param s along the eye
   * @param light that falls there
   */
  double level(int channel, double s, double light) {
    double along = Math.max(CORNER, Math.min(1 - CORNER, s)) - 0.5;
    return Math.max(0, Math.min(255, light * (mean[channel] + slope[channel] * along)));
  }
}
