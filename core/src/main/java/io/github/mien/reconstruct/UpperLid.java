package io.github.mien.reconstruct;

import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.image.Rect;

/**
 * The skin of an upper lid that comes down. An open eye shows next to nothing of it, and what lies
 * above the lid's line, lashes and crease, must not be pulled down in its place: a lid's old
 * outline would still be seen as an open eye's. So that skin stays nearly where it is, and the lid
 * is painted over it, out to the fold below the brow: coloured like the skin around it, with the
 * grain of the skin below the eye, a soft crease, and lashes at its edge.
 */
final class UpperLid {
  /** Share of the opening by which a lid comes down that is painted a little, and wholly. */
  private static final double SLIGHT = 0.14;

  private static final double FULL = 0.28;

  /** Lengths as shares of the distance between the eyes' outer corners. */
  private static final double SMALLEST_GAP = 0.02;

  private static final double LEAST_RISE = 0.04;
  private static final double MOST_RISE = 0.18;
  private static final double OVERLAP = 0.038;
  private static final double BELOW = 0.065;
  private static final double MARGIN = 0.19;
  private static final double SAMPLE = 0.015;

  /** How far the lid goes beyond the eye's corners, as shares of the eye's length. */
  private static final double BEYOND_OUTER = 0.25;

  private static final double BEYOND_INNER = 0.08;

  /** How far it reaches above the old line, as a share of the way to the fold. */
  private static final double RISE = 1.15;

  /** Share of that reach on which it hides all that was there. */
  private static final double SOLID = 0.35;

  /**
   * A crease's depth in shares of the skin's brightness; where it lies, and its width, as SOLID.
   */
  private static final double CREASE = 0.09;

  private static final double CREASE_AT = 0.38;
  private static final double CREASE_WIDTH = 0.12;

  /** How much lighter the middle of a lid is, as it bulges, and darker its edge. */
  private static final double BULGE = 0.07;

  private static final double TURNED_IN = 0.06;

  /** How much of the colour below the eye a lid's edge has; the rest is as above it. */
  private static final double AS_BELOW = 0.75;

  /** Skin above an eye is no darker than this share of that below it: what is darker is hair. */
  private static final double DARKEST_SKIN = 0.75;

  /** Lashes are no lighter than this share of the skin, for their line is in the shade. */
  private static final double LIGHTEST_LASHES = 0.45;

  /** Columns in which colours are gathered, and how far they are smoothed. */
  private static final int COLUMNS = 24;

  private static final int SMOOTHING = 6;

  private static final int[] RIGHT_ABOVE = {247, 30, 29, 27, 28, 56, 190};
  private static final int[] LEFT_ABOVE = {467, 260, 259, 257, 258, 286, 414};

  /** The fold between lid and brow, from the picture's left to its right. */
  private static final int[] RIGHT_FOLD = {113, 225, 224, 223, 222, 221, 189};

  private static final int[] LEFT_FOLD = {413, 441, 442, 443, 444, 445, 342};

  private final Opening before;
  private final Opening held;
  private final Opening after;
  private final double weight;
  private final double shut;
  private final double unit;
  private final boolean outerFirst;
  private final double[] curve;
  private final double[] rise;
  private final Lashes lashes;

  private UpperLid(
      Landmarks from, Landmarks held, Landmarks to, int[] lids, int[] fold, boolean outerFirst) {
    before = new Opening(from, lids);
    this.held = new Opening(held, lids);
    after = new Opening(to, lids);
    weight = weight(before, after, to.eyeDistance());
    shut = Smooth.step(1 - 2 * gap(after) / Math.max(1e-3, gap(before)));
    unit = to.eyeDistance();
    this.outerFirst = outerFirst;
    curve = curve();
    rise = rise(held, fold);
    lashes = new Lashes(unit, after.length(), shut);
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
    new UpperLid(from, held, to, Opening.RIGHT_EYE, RIGHT_FOLD, true).paint(out);
    new UpperLid(from, held, to, Opening.LEFT_EYE, LEFT_FOLD, false).paint(out);
  }

  private void paint(Image out) {
    Rect area = held.bounds((int) Math.ceil(MARGIN * unit)).intersection(out.bounds());
    if (weight == 0 || area.isEmpty()) {
      return;
    }
    Skin skin = Skin.under(out, area);
    float[][] below = row(skin, s -> after.lower(s) + BELOW * unit);
    SkinFill fill = fill(skin, area, below);
    float[] lash = lashColour(skin, below);
    for (int y = area.y(); y < area.bottom(); y++) {
      for (int x = area.x(); x < area.right(); x++) {
        double s = after.s(x, y);
        double u = u(s);
        if (u > 0 && u < 1) {
          pixel(out, skin, fill, x, y, s, u, lash);
        }
      }
    }
  }

  private void pixel(
      Image out, Skin skin, SkinFill fill, int x, int y, double s, double u, float[] lash) {
    double t = after.t(x, y);
    double edge = edge(u) + OVERLAP * shut * Smooth.step(Math.min(u, 1 - u) / 0.14) * unit;
    double top = Math.min(held.upper(s), edge);
    double height = rise(s);
    double above = Math.max(0, (top - t) / height);
    double covered = covered(s, above) * Smooth.clamp(edge - t + 0.5);
    double hidden = lashes.cover(u, t - edge);
    if (covered <= 0 && hidden <= 0.01) {
      return;
    }
    double down = Smooth.clamp((t - top + height) / Math.max(1, edge - top + height));
    double shade = shade(down) - crease(u, above);
    double mirrored = after.lower(s) + BELOW * unit + edge - t;
    int gx = (int) Math.round(after.x(s, mirrored));
    int gy = (int) Math.round(after.y(s, mirrored));
    int o = out.index(x, y);
    for (int c = 0; c < 3; c++) {
      double lid = fill.colour(x, y, c) * shade + skin.grain(gx, gy, c);
      double under = out.data()[o + c] & 0xff;
      double value = under + weight * covered * (lid - under);
      value += weight * hidden * Math.min(0, lash[c] - value);
      out.data()[o + c] = (byte) (int) Math.max(0, Math.min(255, value + 0.5));
    }
  }

  /**
   * How much of what was there the lid hides, above its edge.
   *
   * @param above the old line, as a share of the reach
   */
  private double covered(double s, double above) {
    double outwards = outerFirst ? -s : s - 1;
    double inwards = outerFirst ? s - 1 : -s;
    double beyond = Math.max(0, Math.max(outwards / BEYOND_OUTER, inwards / BEYOND_INNER));
    return 1 - Smooth.step((Math.hypot(beyond, above) - SOLID) / (1 - SOLID));
  }

  /** The light on a lid from the fold (0) to its edge (1). */
  private static double shade(double down) {
    return 1 + BULGE * Math.sin(Math.PI * down) - TURNED_IN * Smooth.step((down - 0.7) / 0.3);
  }

  private static double crease(double u, double above) {
    double d = (above - CREASE_AT) / CREASE_WIDTH;
    return CREASE * Math.exp(-d * d) * Smooth.step(Math.min(u, 1 - u) / 0.3);
  }

  /** How far above the held line the lid is painted, in pixels. */
  private double rise(double s) {
    double at = Smooth.clamp(s) * COLUMNS;
    int i = Math.min(COLUMNS - 1, (int) at);
    return rise[i] + (at - i) * (rise[i + 1] - rise[i]);
  }

  private double[] rise(Landmarks points, int[] fold) {
    double[] rows = new double[COLUMNS + 1];
    for (int i = 0; i <= COLUMNS; i++) {
      double s = (double) i / COLUMNS;
      double reach = RISE * (held.upper(s) - fold(points, fold, s));
      rows[i] = Math.max(LEAST_RISE * unit, Math.min(MOST_RISE * unit, reach));
    }
    return rows;
  }

  /** t of the fold. */
  private double fold(Landmarks points, int[] fold, double s) {
    int k = 1;
    while (k < fold.length - 1 && after.s(points.x(fold[k]), points.y(fold[k])) < s) {
      k++;
    }
    double x0 = points.x(fold[k - 1]);
    double y0 = points.y(fold[k - 1]);
    double x1 = points.x(fold[k]);
    double y1 = points.y(fold[k]);
    double s0 = after.s(x0, y0);
    double f = Smooth.clamp((s - s0) / Math.max(1e-6, after.s(x1, y1) - s0));
    return after.t(x0, y0) + f * (after.t(x1, y1) - after.t(x0, y0));
  }

  private interface Curve {
    double t(double s);
  }

  /** The lid's colours, between those at the fold and those at its edge. */
  private SkinFill fill(Skin skin, Rect area, float[][] below) {
    Curve top = s -> held.upper(s) - rise(s);
    Curve edge = s -> after.lower(s) + OVERLAP * unit;
    float[][] above = row(skin, top);
    int n = COLUMNS + 1;
    double[] x = new double[2 * n];
    double[] y = new double[2 * n];
    float[][] colours = new float[3][2 * n];
    for (int i = 0; i < n; i++) {
      double s = (double) i / COLUMNS;
      x[i] = after.x(s, top.t(s));
      y[i] = after.y(s, top.t(s));
      x[n + i] = after.x(s, edge.t(s));
      y[n + i] = after.y(s, edge.t(s));
      for (int c = 0; c < 3; c++) {
        float high = (float) Math.max(above[c][i], DARKEST_SKIN * below[c][i]);
        colours[c][i] = high;
        colours[c][n + i] = (float) (high + AS_BELOW * (below[c][i] - high));
      }
    }
    return new SkinFill(area, unit, x, y, colours);
  }

  /** Colours along a curve, smoothed so that single hairs do not show. */
  private float[][] row(Skin skin, Curve curve) {
    float[][] row = new float[3][COLUMNS + 1];
    for (int i = 0; i <= COLUMNS; i++) {
      double s = (double) i / COLUMNS;
      for (int c = 0; c < 3; c++) {
        row[c][i] = skin.mean(after.x(s, curve.t(s)), after.y(s, curve.t(s)), SAMPLE * unit, c);
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

  /** The darkest pixel just above the open lid's line, or skin in the shade where none is dark. */
  private float[] lashColour(Skin skin, float[][] below) {
    float[] lash = new float[3];
    for (int c = 0; c < 3; c++) {
      lash[c] = (float) LIGHTEST_LASHES * below[c][COLUMNS / 2];
    }
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
}
