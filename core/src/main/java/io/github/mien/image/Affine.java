package io.github.mien.image;

/**
 * An affine map of the plane, x' = xx x + xy y + tx, y' = yx x + yy y + ty. Pixel centres are whole
 * numbers.
 *
 * @param xx x' per x
 * @param xy x' per y
 * @param tx shift of x'
 * @param yx y' per x
 * @param yy y' per y
 * @param ty shift of y'
 */
public record Affine(double xx, double xy, double tx, double yx, double yy, double ty) {

  /** The map that changes nothing. */
  public static final Affine IDENTITY = new Affine(1, 0, 0, 0, 1, 0);

  /**
   * Rotation by an angle and scaling about the origin, then a shift.
   *
   * @param scale factor
   * @param angle radians, from x towards y: clockwise on screen
   * @param tx shift of x
   * @param ty shift of y
   */
  public static Affine similarity(double scale, double angle, double tx, double ty) {
    double c = scale * Math.cos(angle);
    double s = scale * Math.sin(angle);
    return new Affine(c, -s, tx, s, c, ty);
  }

  /**
   * The map of a square, upright picture of {@code size} pixels onto a rotated square of the plane:
   * pixel centre ((size - 1) / 2, (size - 1) / 2) goes to the centre given.
   *
   * @param centerX centre of the rotated square
   * @param centerY centre of the rotated square
   * @param side its side
   * @param angle its rotation in radians, clockwise on screen
   * @param size pixels on a side of the upright picture
   */
  public static Affine ofSquare(
      double centerX, double centerY, double side, double angle, int size) {
    Affine turn = similarity(side / size, angle, 0, 0);
    double half = (size - 1) / 2.0;
    return new Affine(
        turn.xx,
        turn.xy,
        centerX - turn.mapX(half, half),
        turn.yx,
        turn.yy,
        centerY - turn.mapY(half, half));
  }

  /**
   * The similarity (rotation, uniform scale, shift; no reflection) that brings points nearest to
   * others in the sense of least squares (Umeyama 1991, in two dimensions).
   *
   * @param from x, y pairs, at least two points
   * @param to as many x, y pairs
   */
  public static Affine similarity(double[] from, double[] to) {
    if (from.length != to.length || from.length < 4 || from.length % 2 != 0) {
      throw new IllegalArgumentException(
          "needs two lists of as many x, y pairs, at least two: " + from.length + ", " + to.length);
    }
    int n = from.length / 2;
    double fx = 0, fy = 0, gx = 0, gy = 0;
    for (int i = 0; i < n; i++) {
      fx += from[2 * i] / n;
      fy += from[2 * i + 1] / n;
      gx += to[2 * i] / n;
      gy += to[2 * i + 1] / n;
    }
    double dot = 0, cross = 0, norm = 0;
    for (int i = 0; i < n; i++) {
      double ax = from[2 * i] - fx, ay = from[2 * i + 1] - fy;
      double bx = to[2 * i] - gx, by = to[2 * i + 1] - gy;
      dot += ax * bx + ay * by;
      cross += ax * by - ay * bx;
      norm += ax * ax + ay * ay;
    }
    if (norm == 0) {
      throw new IllegalArgumentException(
          "all points are the same; a similarity needs two that differ");
    }
    double c = dot / norm, s = cross / norm;
    return new Affine(c, -s, gx - c * fx + s * fy, s, c, gy - s * fx - c * fy);
  }

  /** x of the image of a point. */
  public double mapX(double x, double y) {
    return xx * x + xy * y + tx;
  }

  /** y of the image of a point. */
  public double mapY(double x, double y) {
    return yx * x + yy * y + ty;
  }

  /** Factor by which areas grow, negative for a reflection. */
  public double determinant() {
    return xx * yy - xy * yx;
  }

  /** Factor by which lengths grow on average, the square root of the area's. */
  public double scale() {
    return Math.sqrt(Math.abs(determinant()));
  }

  /** The map that undoes this one. */
  public Affine inverse() {
    double d = determinant();
    if (d == 0 || !Double.isFinite(d)) {
      throw new IllegalArgumentException("this map flattens the plane and has no inverse: " + this);
    }
    double a = yy / d, b = -xy / d, c = -yx / d, e = xx / d;
    return new Affine(a, b, -(a * tx + b * ty), c, e, -(c * tx + e * ty));
  }

  /** The map that does this one, then the next. */
  public Affine then(Affine next) {
    return new Affine(
        next.xx * xx + next.xy * yx,
        next.xx * xy + next.xy * yy,
        next.mapX(tx, ty),
        next.yx * xx + next.yy * yx,
        next.yx * xy + next.yy * yy,
        next.mapY(tx, ty));
  }
}
