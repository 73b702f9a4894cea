package io.github.mien.training.detector;

import io.github.mien.face.Box;
import io.github.mien.image.Affine;
import io.github.mien.training.synth.Chance;

/**
 * A soft-edged superellipse whose upper and lower halves differ in height: the mask of a head, an
 * occluder, or at large exponents a rectangle with rounded corners.
 */
final class Shape {
  private final double x;
  private final double y;
  private final double halfWidth;
  private final double above;
  private final double below;
  private final double exponent;
  private final double edge;
  private final double solid;

  /**
   * @param x middle
   * @param y where the halves meet
   * @param halfWidth half the width
   * @param above height of the upper half
   * @param below height of the lower half
   * @param exponent 2 for an ellipse
   * @param edge width of the soft border as a share of the radius
   */
  Shape(
      double x,
      double y,
      double halfWidth,
      double above,
      double below,
      double exponent,
      double edge) {
    this.x = x;
    this.y = y;
    this.halfWidth = halfWidth;
    this.above = above;
    this.below = below;
    this.exponent = exponent;
    this.edge = edge;
    this.solid = (1 - edge) / Math.pow(2, 1 / exponent);
  }

  /** A head around a face: hair, ears and neck as far as chance will have it. */
  static Shape head(Box face, Chance chance) {
    double w = face.width();
    double h = face.height();
    double hair = chance.between(0, 1);
    return new Shape(
        (face.x0() + face.x1()) / 2,
        (face.y0() + face.y1()) / 2,
        w * (0.52 + 0.3 * hair * chance.between(0, 1)),
        h * (0.52 + 0.35 * hair),
        h * (0.52 + 0.3 * chance.between(0, 1)),
        chance.between(1.9, 3),
        chance.between(0.03, 0.22));
  }

  /** A random ellipse or rectangle that fills a box. */
  static Shape in(Box box, Chance chance) {
    return new Shape(
        (box.x0() + box.x1()) / 2,
        (box.y0() + box.y1()) / 2,
        box.width() / 2,
        box.height() / 2,
        box.height() / 2,
        chance.is(0.5) ? 2 : chance.between(4, 40),
        chance.between(0.01, 0.25));
  }

  /** A rectangle with a hard edge. */
  static Shape rectangle(Box box) {
    return new Shape(
        (box.x0() + box.x1()) / 2,
        (box.y0() + box.y1()) / 2,
        box.width() / 2,
        box.height() / 2,
        box.height() / 2,
        200,
        1e-3);
  }

  /** The same after a map that neither turns nor mirrors. */
  Shape map(Affine map) {
    return new Shape(
        map.mapX(x, y),
        map.mapY(x, y),
        map.xx() * halfWidth,
        map.yy() * above,
        map.yy() * below,
        exponent,
        edge);
  }

  /** How much of a point is covered, 0..1. */
  double cover(double px, double py) {
    double u = Math.abs(px - x) / halfWidth;
    double v = py < y ? (y - py) / above : (py - y) / below;
    if (u >= 1 || v >= 1) {
      return 0;
    }
    if (u < solid && v < solid) {
      return 1;
    }
    double r = Math.pow(Math.pow(u, exponent) + Math.pow(v, exponent), 1 / exponent);
    return Math.max(0, Math.min(1, (1 - r) / edge));
  }

  Box bounds() {
    return new Box(x - halfWidth, y - above, x + halfWidth, y + below);
  }
}
