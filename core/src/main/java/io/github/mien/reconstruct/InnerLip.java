package io.github.mien.reconstruct;

import io.github.mien.image.Image;
import io.github.mien.image.Rect;

/**
 * The inner side of lips that roll into an open mouth: a soft passage from the lip's colour into
 * the dark. Teeth stand in front of it: the brighter the mouth's inside, the less of it shows.
 */
final class InnerLip {
  /** How far the lips roll inwards, as a share of the distance between the eyes' outer corners. */
  private static final double DEPTH = 0.045;

  /** The same as a share of the opening at most. */
  private static final double SHARE = 0.3;

  /** How far from the edge the lips' colour is taken, as a share of the eye distance. */
  private static final double INTO_LIP = 0.02;

  /** Brightness of the passage at the edge and at its end, as shares of the lip's. */
  private static final double AT_EDGE = 0.7;

  private static final double AT_END = 0.25;

  private final float[] upper;
  private final float[] lower;
  private final double depth;

  /**
   * @param target the picture whose lips they are
   * @param lips its mouth
   * @param unit distance between the eyes' outer corners in pixels
   */
  InnerLip(Image target, Opening lips, double unit) {
    upper = colour(target, lips, -INTO_LIP * unit);
    lower = colour(target, lips, INTO_LIP * unit);
    depth = DEPTH * unit;
  }

  private static float[] colour(Image image, Opening lips, double out) {
    float[] sum = new float[3];
    int count = 0;
    for (double s = 0.25; s < 0.8; s += 0.05, count++) {
      double t = out < 0 ? lips.upper(s) : lips.lower(s);
      int x = within(lips.x(s, t + out), image.width());
      int y = within(lips.y(s, t + out), image.height());
      for (int c = 0; c < 3; c++) {
        sum[c] += image.sample(x, y, c);
      }
    }
    for (int c = 0; c < 3; c++) {
      sum[c] /= count;
    }
    return sum;
  }

  private static int within(double at, int size) {
    return (int) Math.max(0, Math.min(size - 1, Math.round(at)));
  }

  /** Changes a picture of the inside of a mouth near its edges. */
  void paint(Patch inside, Opening mouth, Rect area) {
    double reach = Math.min(depth, SHARE * Math.max(0, mouth.gap()));
    if (reach < 0.5) {
      return;
    }
    byte[] data = inside.image.data();
    int channels = inside.image.channels();
    int i = 0;
    for (int y = area.y(); y < area.bottom(); y++) {
      for (int x = area.x(); x < area.right(); x++, i++) {
        if (inside.share[i] == 0) {
          continue;
        }
        double s = mouth.s(x, y);
        double t = mouth.t(x, y);
        double above = t - mouth.upper(s);
        double below = mouth.lower(s) - t;
        double at = Math.min(above, below) / reach;
        if (at < 1) {
          mix(data, i * channels, above < below ? upper : lower, Smooth.clamp(at));
        }
      }
    }
  }

  private static void mix(byte[] data, int i, float[] lip, double at) {
    double light = AT_EDGE + at * (AT_END - AT_EDGE);
    double shade = light * (lip[0] + lip[1] + lip[2]);
    double bright = (data[i] & 0xff) + (data[i + 1] & 0xff) + (data[i + 2] & 0xff);
    double share = (1 - Smooth.step(at)) * Smooth.clamp(1 - bright / Math.max(1, shade));
    for (int c = 0; c < 3; c++) {
      double v = data[i + c] & 0xff;
      data[i + c] = (byte) (int) (v + share * (light * lip[c] - v) + 0.5);
    }
  }
}
