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
   * A turn, as a share of the eye's length: from half of it on what it uncovers is painted, at 1.5
   * wholly.
   */
  private static final double TURNED = 0.07;

  /** How far from the lids the ball is clean, as shares of the opening: lashes and their shade. */
  private static final double LASHES_ABOVE = 0.2;

  private static final double LASHES_BELOW = 0.08;

  /** Width of the passage from the white that was seen to that which was not, likewise. */
  private static final double PASSAGE = 0.2;

  /** How far from the corners the white is clean, as a share of the eye's length. */
  private static final double CLEAR = 0.1;

  /** A place that takes part in less than one over this of the turn hardly leaves where it was. */
  private static final double MOVES = 4;

  /** How quickly the iris becomes white at its border: one over the width, in radii. */
  private static final double BORDER = 4;

  /** The iris with its dark ring, in radii of the circle that the four points about it make. */
  private static final double WITH_RING = 1.1;

  /** The white beside the iris at least, as a share of the eye's length, over which it slides. */
  private static final double BESIDE = 0.08;

  /** An opening that becomes this many times as high begins to show white that was not there. */
  private static final double TALLER = 1.5;

  /** Pixels that lids may move past the eyeball without its being seen. */
  private static final double STILL = 0.05;

  private final Landmarks from;
  private final Landmarks to;
  private final Opening before;
  private final Opening after;
  private final int[] lids;
  private final int iris;
  private final double irisRadius;
  private final double irisS;
  private final double irisT;
  private final double turn;
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
    irisS = before.s(from.x(iris), from.y(iris));
    irisT = before.t(from.x(iris), from.y(iris));
    turn = Smooth.step(turn() / (TURNED * after.length()) - 0.5);
    double center = after.s(to.x(iris), to.y(iris));
    double radius = irisRadius / after.length();
    irisFirst = Math.max(BESIDE, center - radius);
    irisLast = Math.min(1 - BESIDE, center + radius);
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
    float[] unseen = new float[ball.share.length];
    placeBall(ball, area, unseen);
    ball.resample(target, kernels);
    paintWhite(ball, area, unseen, target);
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

  /**
   * Places the ball's pixels.
   *
   * @param unseen how much of each is white that the target does not show, 0..1; written
   */
  private void placeBall(Patch ball, Rect area, float[] unseen) {
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
        double ahead = before.t(px, py);
        double tp = behindLids(sp, ahead, above, below);
        if (turn > 0) {
          double across = ahead - irisT;
          double along = (sp - irisS) * before.length();
          double white = Smooth.step(BORDER * (Math.hypot(along, across) / irisRadius - 1));
          double round = turn * (1 - white);
          double visible = visible(sp, across);
          double beside = besideMiddle(along, across, visible) / before.length() + irisS;
          sp += round * (beside - sp);
          tp += round * (irisT + visible - tp);
          double stretched = (above + below) / Math.max(1, before.lower(sp) - before.upper(sp));
          double missing = Math.min(1, MOVES * turned) * unseen(sp, ahead);
          double spread = Smooth.step(stretched - TALLER);
          unseen[i] = (float) (turn * white * Math.max(missing, spread));
        }
        ball.place(i, before, sp, tp);
      }
    }
  }

  /** Across the iris, from its middle, the nearest that lids do not cover, in pixels. */
  private double visible(double s, double across) {
    double top = before.upper(s);
    double height = Math.max(0, before.lower(s) - top);
    double first = top + LASHES_ABOVE * height - irisT;
    double last = top + (1 - LASHES_BELOW) * height - irisT;
    return first > last ? across : Math.max(first, Math.min(last, across));
  }

  /** As far from the middle of the iris, on the same side: what lids cut off of it is round. */
  private static double besideMiddle(double along, double across, double visible) {
    double square = along * along + across * across - visible * visible;
    return Math.copySign(Math.sqrt(Math.max(0, square)), along);
  }

  /** How much of a place of the ball lids and corners hide, or soil, before the turn: 0..1. */
  private double unseen(double s, double t) {
    double top = before.upper(s);
    double height = Math.max(1e-3, before.lower(s) - top);
    double above = (t - top) / height - LASHES_ABOVE;
    double below = (before.lower(s) - t) / height - LASHES_BELOW;
    double aside = (Math.min(s, 1 - s) - CLEAR) / CLEAR;
    return 1 - Smooth.step(Math.min(above, below) / PASSAGE) * Smooth.step(aside);
  }

  private void paintWhite(Patch ball, Rect area, float[] unseen, Image target) {
    if (turn == 0) {
      return;
    }
    Sclera sclera = new Sclera(target, before, from.x(iris), from.y(iris), irisRadius);
    if (!sclera.known()) {
      return;
    }
    byte[] data = ball.image.data();
    int i = 0;
    for (int y = area.y(); y < area.bottom(); y++) {
      for (int x = area.x(); x < area.right(); x++, i++) {
        if (unseen[i] > 0) {
          double s = after.s(x, y);
          double t = after.t(x, y);
          double light = sclera.light(s, t - after.upper(s), after.lower(s) - t);
          for (int c = 0; c < 3; c++) {
            int k = i * ball.image.channels() + c;
            double level = sclera.level(c, s, light);
            data[k] = (byte) (int) (ball.grey(k) + unseen[i] * (level - ball.grey(k)) + 0.5);
          }
        }
      }
    }
  }

  /** How far the iris goes beside the corners, in pixels. */
  private double turn() {
    double across = (shift(lids[0], false) + shift(lids[lids.length / 2], false)) / 2;
    return Math.hypot(shift(iris, true) - cornerShift(), shift(iris, false) - across);
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
    return WITH_RING * sum;
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
