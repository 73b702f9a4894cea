package io.github.mien.training.occlusion;

/** Shapes with soft edges of a pixel's width, in pixels. */
final class Solids {
  private Solids() {}

  /** Draws a rod with round ends, thicker at one of them, its colour rounded off by the light. */
  static void rod(
      Layer layer,
      double ax,
      double ay,
      double ar,
      double bx,
      double by,
      double br,
      RoundShader shader) {
    double most = Math.max(ar, br);
    double dx = bx - ax, dy = by - ay;
    double square = Math.max(1e-9, dx * dx + dy * dy);
    double[] paint = new double[3];
    double[] at = new double[3];
    layer.draw(
        (x, y) -> {
          double t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / square));
          double r = ar + t * (br - ar);
          return edge(r - Math.hypot(x - ax - t * dx, y - ay - t * dy));
        },
        (x, y, out) -> {
          double t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / square));
          double r = Math.max(1e-6, ar + t * (br - ar));
          at[0] = (x - ax - t * dx) / r;
          at[1] = (y - ay - t * dy) / r;
          at[2] = t;
          shader.shade(x, y, at, paint);
          System.arraycopy(paint, 0, out, 0, 3);
        },
        Math.min(ax, bx) - most,
        Math.min(ay, by) - most,
        Math.max(ax, bx) + most,
        Math.max(ay, by) + most);
  }

  /** The colour of a rounded body. */
  interface RoundShader {
    /**
     * @param at how far the place is from the axis, as a share of the radius, right and down; then
     *     how far along
     */
    void shade(int x, int y, double[] at, double[] out);
  }

  /**
   * A superellipse, turned: 2 is an ellipse, larger exponents near a box.
   *
   * @param w half the width
   * @param h half the height
   * @param soft width of the edge
   */
  static Layer.Shape oval(
      double x, double y, double w, double h, double angle, double exponent, double soft) {
    double c = Math.cos(angle), s = Math.sin(angle);
    double beyond = 1 + soft / Math.min(w, h);
    return (px, py) -> {
      double u = Math.abs(c * (px - x) + s * (py - y)) / w;
      double v = Math.abs(c * (py - y) - s * (px - x)) / h;
      if (Math.max(u, v) > beyond) {
        return 0;
      }
      double r = Math.pow(Math.pow(u, exponent) + Math.pow(v, exponent), 1 / exponent);
      return Math.max(0, Math.min(1, (1 - r) * Math.min(w, h) / soft + 0.5));
    };
  }

  /** The rim of a superellipse. */
  static Layer.Shape ring(
      double x, double y, double w, double h, double angle, double exponent, double thickness) {
    double c = Math.cos(angle), s = Math.sin(angle);
    double beyond = 1 + (thickness + 2) / Math.min(w, h);
    return (px, py) -> {
      double u = Math.abs(c * (px - x) + s * (py - y)) / w;
      double v = Math.abs(c * (py - y) - s * (px - x)) / h;
      if (Math.max(u, v) > beyond) {
        return 0;
      }
      double r = Math.pow(Math.pow(u, exponent) + Math.pow(v, exponent), 1 / exponent);
      double scale = Math.hypot(px - x, py - y) / Math.max(0.2, r);
      return edge(thickness / 2 - Math.abs(r - 1) * scale);
    };
  }

  /** A polygon. */
  static Layer.Shape polygon(double[] xy) {
    double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
    for (int i = 0; i < xy.length; i += 2) {
      left = Math.min(left, xy[i]);
      right = Math.max(right, xy[i]);
      top = Math.min(top, xy[i + 1]);
      bottom = Math.max(bottom, xy[i + 1]);
    }
    double x0 = left - 1, y0 = top - 1, x1 = right + 1, y1 = bottom + 1;
    return (x, y) -> {
      if (x < x0 || y < y0 || x > x1 || y > y1) {
        return 0;
      }
      boolean in = false;
      double nearest = Double.MAX_VALUE;
      for (int i = 0, j = xy.length - 2; i < xy.length; j = i, i += 2) {
        double ax = xy[j], ay = xy[j + 1], dx = xy[i] - ax, dy = xy[i + 1] - ay;
        if (ay > y != ay + dy > y && x < ax + dx * (y - ay) / dy) {
          in = !in;
        }
        double t = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy + 1e-9);
        t = Math.max(0, Math.min(1, t));
        nearest = Math.min(nearest, Math.hypot(x - ax - t * dx, y - ay - t * dy));
      }
      return edge(in ? nearest : -nearest);
    };
  }

  /** The share of a pixel that lies this deep inside a straight edge. */
  static double edge(double depth) {
    return Math.max(0, Math.min(1, depth + 0.5));
  }

  /** A colour times a factor. */
  static void lit(double[] colour, double light, double[] out) {
    for (int c = 0; c < 3; c++) {
      out[c] = Math.max(0, Math.min(255, light * colour[c]));
    }
  }
}
