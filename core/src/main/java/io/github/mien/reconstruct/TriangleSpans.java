package io.github.mien.reconstruct;

/** Draws triangles over which two numbers vary linearly. */
final class TriangleSpans {
  private TriangleSpans() {}

  /** Corners x, y in cells of the planes, whose centres are whole numbers; edges included. */
  static void draw(
      double xa,
      double ya,
      double ua,
      double va,
      double xb,
      double yb,
      double ub,
      double vb,
      double xc,
      double yc,
      double uc,
      double vc,
      float[] u,
      float[] v,
      int width,
      int height) {
    double det = (xb - xa) * (yc - ya) - (xc - xa) * (yb - ya);
    int top = Math.max(0, (int) Math.ceil(Math.min(ya, Math.min(yb, yc))));
    int bottom = Math.min(height - 1, (int) Math.floor(Math.max(ya, Math.max(yb, yc))));
    if (Math.abs(det) < 1e-9 || top > bottom) {
      return;
    }
    double ux = ((ub - ua) * (yc - ya) - (uc - ua) * (yb - ya)) / det;
    double uy = ((uc - ua) * (xb - xa) - (ub - ua) * (xc - xa)) / det;
    double vx = ((vb - va) * (yc - ya) - (vc - va) * (yb - ya)) / det;
    double vy = ((vc - va) * (xb - xa) - (vb - va) * (xc - xa)) / det;
    for (int y = top; y <= bottom; y++) {
      double left =
          Math.min(
              leftmost(xa, ya, xb, yb, y),
              Math.min(leftmost(xb, yb, xc, yc, y), leftmost(xc, yc, xa, ya, y)));
      double right =
          -Math.min(
              leftmost(-xa, ya, -xb, yb, y),
              Math.min(leftmost(-xb, yb, -xc, yc, y), leftmost(-xc, yc, -xa, ya, y)));
      int first = Math.max(0, (int) Math.ceil(left - 1e-6));
      int last = Math.min(width - 1, (int) Math.floor(right + 1e-6));
      double at = first - xa;
      double down = y - ya;
      float ru = (float) (ua + ux * at + uy * down);
      float rv = (float) (va + vx * at + vy * down);
      for (int i = y * width + first; i <= y * width + last; i++) {
        u[i] = ru;
        v[i] = rv;
        ru += (float) ux;
        rv += (float) vx;
      }
    }
  }

  /** The least x of an edge on a row; infinite where the edge does not meet it. */
  private static double leftmost(double xa, double ya, double xb, double yb, int y) {
    if (ya > y && yb > y || ya < y && yb < y) {
      return Double.POSITIVE_INFINITY;
    }
    return ya == yb ? Math.min(xa, xb) : xa + (xb - xa) * (y - ya) / (yb - ya);
  }
}
