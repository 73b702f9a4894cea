package io.github.mien.reconstruct;

import io.github.mien.image.Rect;

/**
 * For each pixel of an area, how far from itself it takes its colour: piecewise linear over
 * triangles, nought where none was drawn.
 */
final class DisplacementField {
  private final Rect area;
  private final float[] dx;
  private final float[] dy;

  DisplacementField(Rect area) {
    this.area = area;
    dx = new float[area.width() * area.height()];
    dy = new float[dx.length];
  }

  Rect area() {
    return area;
  }

  float[] dx() {
    return dx;
  }

  float[] dy() {
    return dy;
  }

  /** Draws a triangle, edges included: corners x, y with shifts u, v. */
  void triangle(
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
      double vc) {
    double det = (xb - xa) * (yc - ya) - (xc - xa) * (yb - ya);
    if (Math.abs(det) < 1e-9) {
      return;
    }
    double ux = ((ub - ua) * (yc - ya) - (uc - ua) * (yb - ya)) / det;
    double uy = ((uc - ua) * (xb - xa) - (ub - ua) * (xc - xa)) / det;
    double vx = ((vb - va) * (yc - ya) - (vc - va) * (yb - ya)) / det;
    double vy = ((vc - va) * (xb - xa) - (vb - va) * (xc - xa)) / det;
    int top = Math.max(area.y(), (int) Math.ceil(Math.min(ya, Math.min(yb, yc))));
    int bottom = Math.min(area.bottom() - 1, (int) Math.floor(Math.max(ya, Math.max(yb, yc))));
    for (int y = top; y <= bottom; y++) {
      double left = Double.MAX_VALUE, right = -Double.MAX_VALUE;
      for (int edge = 0; edge < 3; edge++) {
        double px = edge == 0 ? xa : edge == 1 ? xb : xc, py = edge == 0 ? ya : edge == 1 ? yb : yc;
        double qx = edge == 0 ? xb : edge == 1 ? xc : xa, qy = edge == 0 ? yb : edge == 1 ? yc : ya;
        if (Math.min(py, qy) <= y && Math.max(py, qy) >= y) {
          double at = py == qy ? px : px + (qx - px) * (y - py) / (qy - py);
          left = Math.min(left, py == qy ? Math.min(px, qx) : at);
          right = Math.max(right, py == qy ? Math.max(px, qx) : at);
        }
      }
      int first = Math.max(area.x(), (int) Math.ceil(left - 1e-6));
      int last = Math.min(area.right() - 1, (int) Math.floor(right + 1e-6));
      float u = (float) (ua + ux * (first - xa) + uy * (y - ya));
      float v = (float) (va + vx * (first - xa) + vy * (y - ya));
      int at = (y - area.y()) * area.width() + first - area.x();
      for (int x = first; x <= last; x++, at++) {
        dx[at] = u;
        dy[at] = v;
        u += (float) ux;
        v += (float) vx;
      }
    }
  }
}
