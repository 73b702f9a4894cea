package io.github.mien.reconstruct;

import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Rect;

/**
 * An opening between an upper and a lower edge (lips, lids) in a frame of its own: s runs from the
 * first corner (0) to the second (1), t across it in pixels, downwards on an upright face.
 */
final class Opening {
  static final int[] LIPS = FaceMesh.innerLips();
  static final int[] RIGHT_EYE = FaceMesh.rightEye();
  static final int[] LEFT_EYE = leftToRight(FaceMesh.leftEye());

  private static final int TABLE = 128;

  private final double originX;
  private final double originY;
  private final double axisX;
  private final double axisY;

  /** The axis over the length. */
  private final double alongX;

  private final double alongY;
  private final double length;
  private final double[] upperS;
  private final double[] upperT;
  private final double[] lowerS;
  private final double[] lowerT;
  private final double[] upper;
  private final double[] lower;
  private final double gap;

  /**
   * @param loop from the corner on the picture's left along the upper edge to the other, back along
   *     the lower
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
    alongX = axisX / length;
    alongY = axisY / length;
    upperS = new double[n / 2 + 1];
    upperT = new double[n / 2 + 1];
    lowerS = new double[n / 2 + 1];
    lowerT = new double[n / 2 + 1];
    for (int i = 0; i <= n / 2; i++) {
      put(points, loop[i], i, upperS, upperT);
      put(points, loop[(n - i) % n], i, lowerS, lowerT);
    }
    upper = table(upperS, upperT);
    lower = table(lowerS, lowerT);
    gap = widest();
  }

  /** The same loop with the other corner first, still along the upper edge. */
  private static int[] leftToRight(int[] loop) {
    int n = loop.length;
    int[] turned = new int[n];
    for (int i = 0; i < n; i++) {
      turned[i] = loop[(n / 2 - i + n) % n];
    }
    return turned;
  }

  private void put(Landmarks points, int point, int i, double[] s, double[] t) {
    s[i] = s(points.x(point), points.y(point));
    if (i > 0) {
      s[i] = Math.max(s[i], s[i - 1] + 1e-6);
    }
    t[i] = t(points.x(point), points.y(point));
  }

  /** Moves a point of an array of x, y, z triples across this opening. */
  void shiftAcross(float[] xyz, int point, double t) {
    xyz[3 * point] -= (float) (t * axisY);
    xyz[3 * point + 1] += (float) (t * axisX);
  }

  /** Distance between the corners in pixels. */
  double length() {
    return length;
  }

  /** How far along the opening a point lies: 0 at the first corner, 1 at the second. */
  double s(double x, double y) {
    return (x - originX) * alongX + (y - originY) * alongY;
  }

  /** How far across the line between the corners a point lies, in pixels. */
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
    return lookUp(upper, s);
  }

  /** t of the lower edge. */
  double lower(double s) {
    return lookUp(lower, s);
  }

  /** How far the upper edge is from running along the opening: the cosine of its angle to it. */
  double levelUpper(double s) {
    return level(upper, s);
  }

  /** The same of the lower edge. */
  double levelLower(double s) {
    return level(lower, s);
  }

  private double level(double[] table, double s) {
    int i = (int) (Smooth.clamp(s) * (TABLE - 1));
    return 1 / Math.hypot(1, (table[i + 1] - table[i]) * TABLE / length);
  }

  /** The widest distance between the edges, in pixels; negative where they overlap everywhere. */
  double gap() {
    return gap;
  }

  private double widest() {
    double widest = -Double.MAX_VALUE;
    for (double s = 0.1; s < 0.95; s += 0.1) {
      widest = Math.max(widest, lower(s) - upper(s));
    }
    return widest;
  }

  /** The upright box of whole pixels around it, wider by a margin on each side. */
  Rect bounds(int margin) {
    double x0 = originX, x1 = originX, y0 = originY, y1 = originY;
    for (int i = 0; i < upperS.length; i++) {
      for (boolean up : new boolean[] {true, false}) {
        double s = up ? upperS[i] : lowerS[i];
        double t = up ? upperT[i] : lowerT[i];
        x0 = Math.min(x0, x(s, t));
        x1 = Math.max(x1, x(s, t));
        y0 = Math.min(y0, y(s, t));
        y1 = Math.max(y1, y(s, t));
      }
    }
    int left = (int) Math.floor(Math.max(-1e6, x0)) - margin;
    int top = (int) Math.floor(Math.max(-1e6, y0)) - margin;
    int right = (int) Math.ceil(Math.min(1e6, x1)) + margin + 1;
    int bottom = (int) Math.ceil(Math.min(1e6, y1)) + margin + 1;
    return new Rect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  }

  private static double[] table(double[] s, double[] t) {
    double[] table = new double[TABLE + 2];
    for (int i = 0; i < table.length; i++) {
      table[i] = interpolate(s, t, (double) i / TABLE);
    }
    return table;
  }

  private static double lookUp(double[] table, double s) {
    double at = Smooth.clamp(s) * TABLE;
    int i = (int) at;
    return table[i] + (at - i) * (table[i + 1] - table[i]);
  }

  /**
   * Piecewise cubic without overshoot (Fritsch and Butland 1984): lips and lids have no corners.
   */
  private static double interpolate(double[] s, double[] t, double at) {
    int i = 1;
    while (i < s.length - 1 && s[i] < at) {
      i++;
    }
    double step = s[i] - s[i - 1];
    double f = Math.max(0, Math.min(1, (at - s[i - 1]) / step));
    double chord = t[i] - t[i - 1];
    double first = slope(s, t, i - 1) * step;
    double last = slope(s, t, i) * step;
    double bent = f * (1 - f) * ((first - chord) * (1 - f) - (last - chord) * f);
    return t[i - 1] + f * chord + bent;
  }

  private static double slope(double[] s, double[] t, int i) {
    int last = s.length - 1;
    if (i == 0 || i == last) {
      int k = Math.max(1, i);
      return (t[k] - t[k - 1]) / (s[k] - s[k - 1]);
    }
    double before = (t[i] - t[i - 1]) / (s[i] - s[i - 1]);
    double after = (t[i + 1] - t[i]) / (s[i + 1] - s[i]);
    return before * after <= 0 ? 0 : 2 * before * after / (before + after);
  }
}
