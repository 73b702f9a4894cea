package io.github.mien.reconstruct;

import io.github.mien.face.Landmarks;

/**
 * An opening between an upper and a lower edge (lips, lids) in a frame of its own: s runs from the
 * first corner (0) to the second (1), t across it in pixels, downwards on an upright face.
 */
final class Opening {
  private final double originX;
  private final double originY;
  private final double axisX;
  private final double axisY;
  private final double length;
  private final double[] upperS;
  private final double[] upperT;
  private final double[] lowerS;
  private final double[] lowerT;

  /**
   * @param loop from the first corner along the upper edge to the second, back along the lower
   */
  Opening(Landmarks points, int[] loop) {
    int n = loop.length;
    originX = points.x(loop[0]);
    originY = points.y(loop[0]);
    double dx = points.x(loop[n / 2]) - originX;
    double dy = points.y(loop[n / 2]) - originY;
    length = Math.max(1e-6, Math.hypot(dx, dy));
    axisX = dx / length;
    axisY = dy / length;
    upperS = new double[n / 2 + 1];
    upperT = new double[n / 2 + 1];
    lowerS = new double[n / 2 + 1];
    lowerT = new double[n / 2 + 1];
    for (int i = 0; i <= n / 2; i++) {
      put(points, loop[i], i, upperS, upperT);
      put(points, loop[(n - i) % n], i, lowerS, lowerT);
    }
  }

  private void put(Landmarks points, int point, int i, double[] s, double[] t) {
    s[i] = s(points.x(point), points.y(point));
    if (i > 0) {
      s[i] = Math.max(s[i], s[i - 1] + 1e-6);
    }
    t[i] = t(points.x(point), points.y(point));
  }

  double length() {
    return length;
  }

  double s(double x, double y) {
    return ((x - originX) * axisX + (y - originY) * axisY) / length;
  }

  double t(double x, double y) {
    return (y - originY) * axisX - (x - originX) * axisY;
  }

  double x(double s, double t) {
    return originX + s * length * axisX - t * axisY;
  }

  double y(double s, double t) {
    return originY + s * length * axisY + t * axisX;
  }

  /** t of the upper edge. */
  double upper(double s) {
    return interpolate(upperS, upperT, s);
  }

  /** t of the lower edge. */
  double lower(double s) {
    return interpolate(lowerS, lowerT, s);
  }

  /** The widest distance between the edges, in pixels; negative where they overlap everywhere. */
  double gap() {
    double gap = -Double.MAX_VALUE;
    for (double s = 0.1; s < 0.95; s += 0.1) {
      gap = Math.max(gap, lower(s) - upper(s));
    }
    return gap;
  }

  private static double interpolate(double[] s, double[] t, double at) {
    int i = 1;
    while (i < s.length - 1 && s[i] < at) {
      i++;
    }
    double f = Math.max(0, Math.min(1, (at - s[i - 1]) / (s[i] - s[i - 1])));
    return t[i - 1] + f * (t[i] - t[i - 1]);
  }
}
