package io.github.mien.reconstruct;

import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.image.Rect;

/**
 * The skin of an upper lid that comes down. An open eye shows next to nothing of it, and what lies
 * above the lid's line, lashes and crease, must not be pulled down in its place. So that skin stays
 * nearly where it is, and the lid is painted: coloured like the skin above and below the eye, with
 * the grain of the skin below and a line of lashes at its edge.
 */
final class UpperLid {
  /** Share of the opening by which a lid comes down that is painted a little, and wholly. */
  private static final double SLIGHT = 0.14;

  private static final double FULL = 0.28;

  /** Lengths as shares of the distance between the eyes' outer corners. */
  private static final double SMALLEST_GAP = 0.02;

  private static final double LASHES = 0.05;
  private static final double FEATHER = 0.045;
  private static final double OVERLAP = 0.032;
  private static final double BELOW = 0.075;
  private static final double BEYOND_OUTER = 0.12;
  private static final double BEYOND_INNER = 0.03;
  private static final double LINE_ABOVE = 0.006;
  private static final double LINE_BELOW = 0.024;

  /** Columns in which colours are gathered, and how far they are smoothed. */
  private static final int COLUMNS = 24;

  private static final int SMOOTHING = 6;

  private static final int[] RIGHT_ABOVE = {247, 30, 29, 27, 28, 56, 190};
  private static final int[] LEFT_ABOVE = {467, 260, 259, 257, 258, 286, 414};

  private final Opening before;
  private final Opening held;
  private final Opening after;
  private final double weight;
  private final double shut;
  private final double unit;
  private final boolean outerFirst;
  private final double[] curve;

  private UpperLid(Landmarks from, Landmarks held, Landmarks to, int[] lids, boolean outerFirst) {
    before = new Opening(from, lids);
    this.held = new Opening(held, lids);
    after = new Opening(to, lids);
    weight = weight(before, after, to.eyeDistance());
    shut = Smooth.step(1 - 2 * gap(after) / Math.max(1e-3, gap(before)));
    unit = to.eyeDistance();
    this.outerFirst = outerFirst;
    curve = curve();
  }

  /** The lid's edge as u (1 - u) (a + b (2 u - 1)), by least squares: skin has no corners. */
  private double[] curve() {
    double aa = 0, ab = 0, bb = 0, at = 0, bt = 0;
    for (int i = 1; i < COLUMNS; i++) {
      double s = (double) i / COLUMNS;
      double u = u(s);
      double p = u * (1 - u);
      double q = p * (2 * u - 1);
      double t = after.upper(s);
      aa += p * p;
      ab += p * q;
      bb += q * q;
      at += p * t;
      bt += q * t;
    }
    double det = aa * bb - ab * ab;
    return new double[] {(at * bb - bt * ab) / det, (bt * aa - at * ab) / det};
  }

  private double edge(double u) {
    return u * (1 - u) * (curve[0] + curve[1] * (2 * u - 1));
  }

  /** Along the lid, which begins and ends a little beyond the corners: 0 outside, 1 inside. */
  private double u(double s) {
    double outwards = outerFirst ? s : 1 - s;
    return (outwards + BEYOND_OUTER) / (1 + BEYOND_OUTER + BEYOND_INNER);
  }

  private static double weight(Opening before, Opening after, double unit) {
    double gap = gap(before);
    if (gap < SMALLEST_GAP * unit) {
      return 0;
    }
    double drop = (after.upper(0.5) - before.upper(0.5)) / gap;
    return Smooth.step((drop - SLIGHT) / (FULL - SLIGHT));
  }

  private static double gap(Opening lids) {
    return lids.lower(0.5) - lids.upper(0.5);
  }

  /** The points with upper lids that follow the skin above them instead of coming down. */
  static Landmarks held(Landmarks from, Landmarks to) {
    float[] xyz = to.toArray();
    hold(from, to, FaceMesh.rightEye(), Opening.RIGHT_EYE, RIGHT_ABOVE, xyz);
    hold(from, to, FaceMesh.leftEye(), Opening.LEFT_EYE, LEFT_ABOVE, xyz);
    return Landmarks.of(xyz);
  }

  private static void hold(
      Landmarks from, Landmarks to, int[] lid, int[] loop, int[] above, float[] xyz) {
    double weight = weight(new Opening(from, loop), new Opening(to, loop), to.eyeDistance());
    for (int i = 0; i < above.length; i++) {
      int p = lid[i + 1];
      int q = above[i];
      xyz[3 * p] += (float) (weight * (to.x(q) - from.x(q) - (to.x(p) - from.x(p))));
      xyz[3 * p + 1] += (float) (weight * (to.y(q) - from.y(q) - (to.y(p) - from.y(p))));
    }
  }

  /** Paints both lids over a face that has been moved. */
  static void paint(Landmarks from, Landmarks held, Landmarks to, Image out) {
    new UpperLid(from, held, to, Opening.RIGHT_EYE, true).paint(out);
    new UpperLid(from, held, to, Opening.LEFT_EYE, false).paint(out);
  }

  private void paint(Image out) {
    Rect area = held.bounds((int) Math.ceil((LASHES + BELOW) * unit)).intersection(out.bounds());
    if (weight == 0 || area.isEmpty()) {
      return;
    }
    Skin skin = new Skin(out, area, out.view(area).copy());
    float[][] top = row(skin, s -> held.upper(s) - (LASHES + 0.5 * FEATHER) * unit);
    float[][] bottom = row(skin, s -> after.lower(s) + BELOW * unit);
    float[] lash = lashColour(skin);
    for (int y = area.y(); y < area.bottom(); y++) {
      for (int x = area.x(); x < area.right(); x++) {
        double s = after.s(x, y);
        double u = u(s);
        if (u > 0 && u < 1) {
          pixel(out, skin, x, y, s, u, top, bottom, lash);
        }
      }
    }
  }

  private void pixel(
      Image out,
      Skin skin,
      int x,
      int y,
      double s,
      double u,
      float[][] top,
      float[][] bottom,
      float[] lash) {
    double t = after.t(x, y);
    double taper = Smooth.step(Math.min(u, 1 - u) / 0.14);
    double edge = edge(u) + OVERLAP * shut * taper * unit;
    double start = Math.min(held.upper(s), edge) - taper * LASHES * unit;
    double feather = Math.max(1, FEATHER * taper * unit);
    double covered = Smooth.step((t - start + feather) / feather) * Smooth.clamp(edge - t + 0.5);
    double down = Smooth.clamp((t - start) / Math.max(1, edge - start));
    double line = line(u, t - edge);
    if (covered <= 0 && line <= 0.01) {
      return;
    }
    double mirrored = after.lower(s) + BELOW * unit + 0.5 * (edge - t);
    int gx = (int) Math.round(after.x(s, mirrored));
    int gy = (int) Math.round(after.y(s, mirrored));
    int o = out.index(x, y);
    for (int c = 0; c < 3; c++) {
      double from = colour(top[c], s);
      double to = colour(bottom[c], s);
      double smooth = from + (0.25 + 0.5 * Smooth.step(down)) * (to - from);
      double shade = 1 + 0.05 * Math.sin(Math.PI * down) - 0.06 * Smooth.step((down - 0.7) / 0.3);
      double lid = smooth * shade + grain(skin, gx, gy, c);
      double under = out.data()[o + c] & 0xff;
      double value = under + weight * covered * (lid - under);
      value += weight * line * Math.min(0, lash[c] - value);
      out.data()[o + c] = (byte) (int) Math.max(0, Math.min(255, value + 0.5));
    }
  }

  /** How dark the lashes' line is at a distance below the edge. */
  private double line(double u, double below) {
    double strength = 0.85 * Smooth.step(Math.min(u, 1 - u) / 0.1) * (1 - 0.4 * u);
    double hair = 0.75 + 0.25 * Math.sin(u * 97 + 4 * Math.sin(u * 23));
    double reach =
        (below < 0 ? LINE_ABOVE : LINE_BELOW * (0.3 + 0.7 * shut) * hair * (1.3 - 0.7 * u)) * unit;
    double d = below / Math.max(0.7, reach);
    return strength * Math.exp(-d * d);
  }

  private interface Curve {
    double t(double s);
  }

  /** Colours along a curve, smoothed so that single hairs do not show. */
  private float[][] row(Skin skin, Curve curve) {
    float[][] row = new float[3][COLUMNS + 1];
    for (int i = 0; i <= COLUMNS; i++) {
      double s = (double) i / COLUMNS;
      for (int c = 0; c < 3; c++) {
        row[c][i] = mean(skin, after.x(s, curve.t(s)), after.y(s, curve.t(s)), 0.015 * unit, c);
      }
    }
    for (int pass = 0; pass < SMOOTHING; pass++) {
      for (float[] colours : row) {
        smooth(colours);
      }
    }
    return row;
  }

  private static void smooth(float[] row) {
    float last = row[0];
    for (int i = 0; i < row.length; i++) {
      float next = row[Math.min(row.length - 1, i + 1)];
      float now = row[i];
      row[i] = (last + 2 * now + next) / 4;
      last = now;
    }
  }

  private static double colour(float[] row, double s) {
    double at = Smooth.clamp(s) * COLUMNS;
    int i = Math.min(COLUMNS - 1, (int) at);
    return row[i] + (at - i) * (row[i + 1] - row[i]);
  }

  private static float mean(Skin skin, double x, double y, double radius, int channel) {
    int r = (int) Math.max(1, Math.round(radius));
    int step = Math.max(1, r / 4);
    float sum = 0;
    int n = 0;
    for (int dy = -r; dy <= r; dy += step) {
      for (int dx = -r; dx <= r; dx += step, n++) {
        sum += skin.sample((int) Math.round(x) + dx, (int) Math.round(y) + dy, channel);
      }
    }
    return sum / n;
  }

  private static float grain(Skin skin, int x, int y, int channel) {
    float sum = 0;
    for (int dy = -2; dy <= 2; dy++) {
      for (int dx = -2; dx <= 2; dx++) {
        sum += skin.sample(x + dx, y + dy, channel);
      }
    }
    return skin.sample(x, y, channel) - sum / 25;
  }

  /** The dark of the lashes: what one in ten pixels above the open lid's line is darker than. */
  private float[] lashColour(Skin skin) {
    float[] lash = {255, 255, 255};
    for (int i = 3; i <= COLUMNS - 3; i++) {
      double s = (double) i / COLUMNS;
      double t = held.upper(s) - 0.008 * unit;
      int x = (int) Math.round(after.x(s, t));
      int y = (int) Math.round(after.y(s, t));
      for (int c = 0; c < 3; c++) {
        lash[c] = Math.min(lash[c], skin.sample(x, y, c));
      }
    }
    return lash;
  }

  /**
   * A face as it was before a lid was painted.
   *
   * @param now the picture that is painted
   * @param painted outside of which nothing is
   * @param before a copy of that part
   */
  private record Skin(Image now, Rect painted, Image before) {
    int sample(int x, int y, int channel) {
      int column = Math.max(0, Math.min(now.width() - 1, x));
      int row = Math.max(0, Math.min(now.height() - 1, y));
      boolean inside =
          column >= painted.x()
              && column < painted.right()
              && row >= painted.y()
              && row < painted.bottom();
      return inside
          ? before.sample(column - painted.x(), row - painted.y(), channel)
          : now.sample(column, row, channel);
    }
  }
}
