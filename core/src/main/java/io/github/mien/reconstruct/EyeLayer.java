package io.github.mien.reconstruct;

import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.Rect;

/**
 * The eyeball behind its lids: it turns with the iris and is never squeezed, lids cover and uncover
 * it. A narrow rim that holds lashes and shadow moves with each lid.
 */
final class EyeLayer {
  /** Width of the rim, as a share of the distance between the eyes' outer corners. */
  private static final double RIM = 0.013;

  /** How much of the opening may stretch, from a lid that rises, to fill what it uncovers. */
  private static final double STRETCHED = 0.7;

  /**
   * A turn, as a share of the eye's length: at half of it whites begin to be clean, at 1.5 they
   * are.
   */
  private static final double TURNED = 0.07;

  /** How far from the corners, and from the lids, the white is clean, as shares of the eye's. */
  private static final double CLEAR = 0.2;

  private static final double CLEAR_ABOVE = 0.35;
  private static final double CLEAR_BELOW = 0.2;

  /** Pixels that lids may move past the eyeball without its being seen. */
  private static final double STILL = 0.05;

  private final Landmarks from;
  private final Landmarks to;
  private final Opening before;
  private final Opening after;
  private final int[] lids;
  private final int iris;
  private final double irisRadius;
  private final double irisFirst;
  private final double irisLast;

  private EyeLayer(Landmarks from, Landmarks to, int[] lids, int iris) {
    this.from = from;
    this.to = to;
    this.lids = lids;
    this.iris = iris;
    before = new Opening(from, lids);
    after = new Opening(to, lids);
    irisRadius = irisRadius();
    double center = after.s(to.x(iris), to.y(iris));
    double radius = irisRadius / after.length();
    irisFirst = Math.max(0.08, center - radius);
    irisLast = Math.min(0.92, center + radius);
  }

  /** Paints both eyes. */
  static void paint(Image target, Landmarks from, Landmarks to, ImageKernels kernels, Image out) {
    new EyeLayer(from, to, Opening.RIGHT_EYE, FaceMesh.RIGHT_IRIS).paint(target, kernels, out);
    new EyeLayer(from, to, Opening.LEFT_EYE, FaceMesh.LEFT_IRIS).paint(target, kernels, out);
  }

  private void paint(Image target, ImageKernels kernels, Image out) {
    double rim = Math.max(0.7, RIM * to.eyeDistance());
    Rect area = after.bounds((int) Math.ceil(rim)).intersection(out.bounds());
    if (area.isEmpty() || still()) {
      return;
    }
    Patch ball = new Patch(area, out.channels());
    Rims rims = new Rims(before, after, rim, rim, false, area, out.channels());
    rims.place(ball.share);
    placeBall(ball, area);
    ball.resample(target, kernels);
    rims.paint(ball, target, kernels, out);
  }

  /** Whether the eye moves as one, if at all, so that the mesh has done all there is to do. */
  private boolean still() {
    double most = 0;
    for (int lid : lids) {
      double dx = shift(lid, true) - shift(iris, true);
      double dy = shift(lid, false) - shift(iris, false);
      most = Math.max(most, Math.hypot(dx, dy));
    }
    return most < STILL;
  }

  private void placeBall(Patch ball, Rect area) {
    int i = 0;
    for (int y = area.y(); y < area.bottom(); y++) {
      for (int x = area.x(); x < area.right(); x++, i++) {
        if (ball.share[i] == 0) {
          ball.skip(i, x, y);
          continue;
        }
        double s = after.s(x, y);
        double t = after.t(x, y);
        double above = t - after.upper(s);
        double below = after.lower(s) - t;
        double turned = turned(s);
        double px = x + shift(s, turned, true);
        double py = y + shift(s, turned, false);
        double sp = before.s(px, py);
        double tp = behindLids(sp, before.t(px, py), above, below);
        double white = white(x, y);
        sp += white * (besideIris(s, sp) - sp);
        tp += white * (cleanWhite(sp, above, below) - tp);
        ball.place(i, before, sp, tp);
      }
    }
  }

  /** How much of a pixel is white of an eye that has turned, 0..1. */
  private double white(double x, double y) {
    double turn = Math.abs(shift(iris, true) - cornerShift()) / (TURNED * after.length());
    double distance = Math.hypot(x - to.x(iris), y - to.y(iris)) / irisRadius;
    return Smooth.step(4 * (distance - 1)) * Smooth.step(turn - 0.5);
  }

  /**
   * t of a white that lies clear of the lids: where the eye turns away from, only the narrow corner
   * is there to be shown, and its lids and lashes must not be spread over the white.
   */
  private double cleanWhite(double s, double above, double below) {
    double share = Smooth.clamp(above / Math.max(1e-3, above + below));
    double top = before.upper(s);
    double height = Math.max(0, before.lower(s) - top);
    return top + (CLEAR_ABOVE + share * (1 - CLEAR_ABOVE - CLEAR_BELOW)) * height;
  }

  /** Where along the eye before the turn the white on the same side of the iris is clean. */
  private double besideIris(double s, double turned) {
    double reach = 1.25 * irisRadius / before.length();
    double center = before.s(from.x(iris), from.y(iris));
    return s < after.s(to.x(iris), to.y(iris))
        ? between(turned, CLEAR, center - reach)
        : between(turned, center + reach, 1 - CLEAR);
  }

  private static double between(double value, double low, double high) {
    return low > high ? (low + high) / 2 : Math.max(low, Math.min(high, value));
  }

  private double cornerShift() {
    return (shift(lids[0], true) + shift(lids[lids.length / 2], true)) / 2;
  }

  /** t of a point of the turned eyeball, stretched to lie between the lids of the target. */
  private double behindLids(double s, double turned, double above, double below) {
    double top = before.upper(s);
    double bottom = Math.max(top, before.lower(s));
    double zone = STRETCHED * (above + below) + 1e-3;
    double missingAbove = Math.max(0, top - (turned - above));
    double missingBelow = Math.max(0, turned + below - bottom);
    double t =
        turned
            + missingAbove * (1 - Smooth.step(above / Math.max(zone, 2 * missingAbove)))
            - missingBelow * (1 - Smooth.step(below / Math.max(zone, 2 * missingBelow)));
    return Math.max(top, Math.min(bottom, t));
  }

  /** 1 where the eyeball turns with the iris, 0 at the corners. */
  private double turned(double s) {
    return Smooth.step(Math.min(s / irisFirst, (1 - s) / (1 - irisLast)));
  }

  private double irisRadius() {
    double sum = 0;
    for (int k = 1; k <= 4; k++) {
      sum += Math.hypot(to.x(iris + k) - to.x(iris), to.y(iris + k) - to.y(iris)) / 4;
    }
    return 1.1 * sum;
  }

  private double shift(double s, double turned, boolean horizontal) {
    double first = shift(lids[0], horizontal);
    double last = shift(lids[lids.length / 2], horizontal);
    double corners = first + Smooth.clamp(s) * (last - first);
    return corners + turned * (shift(iris, horizontal) - corners);
  }

  private double shift(int point, boolean horizontal) {
    return horizontal ? from.x(point) - to.x(point) : from.y(point) - to.y(point);
  }
}
