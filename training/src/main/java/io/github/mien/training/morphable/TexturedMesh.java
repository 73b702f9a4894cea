package io.github.mien.training.morphable;

import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.training.mesh.Delaunay;
import java.util.Arrays;
import java.util.List;

/** A face's points as a mesh with its photo as texture, drawn from other sides; nearer hides. */
final class TexturedMesh {
  private final Image photo;
  private final Landmarks texture;
  private final List<Delaunay.Triangle> triangles;

  /**
   * @param photo RGB
   * @param texture where the points are in it, the head about straight
   */
  TexturedMesh(Image photo, Landmarks texture) {
    this.photo = photo;
    this.texture = texture;
    double[] x = new double[Landmarks.COUNT];
    double[] y = new double[Landmarks.COUNT];
    Arrays.setAll(x, texture::x);
    Arrays.setAll(y, texture::y);
    triangles = Delaunay.triangulate(x, y);
  }

  /**
   * @param to where the points are seen, z their depth
   * @param out RGB, drawn over
   */
  void draw(Landmarks to, Image out) {
    float[] depth = new float[out.width() * out.height()];
    Arrays.fill(depth, Float.MAX_VALUE);
    for (Delaunay.Triangle t : triangles) {
      draw(t, to, out, depth);
    }
  }

  private void draw(Delaunay.Triangle t, Landmarks to, Image out, float[] depth) {
    double ax = to.x(t.a()), ay = to.y(t.a());
    double bx = to.x(t.b()) - ax, by = to.y(t.b()) - ay;
    double cx = to.x(t.c()) - ax, cy = to.y(t.c()) - ay;
    double area = bx * cy - by * cx;
    if (area == 0) {
      return;
    }
    double left = ax + Math.min(0, Math.min(bx, cx)), right = ax + Math.max(0, Math.max(bx, cx));
    double top = ay + Math.min(0, Math.min(by, cy)), bottom = ay + Math.max(0, Math.max(by, cy));
    for (int y = (int) Math.max(0, Math.ceil(top)); y <= bottom && y < out.height(); y++) {
      for (int x = (int) Math.max(0, Math.ceil(left)); x <= right && x < out.width(); x++) {
        double u = ((x - ax) * cy - (y - ay) * cx) / area;
        double v = ((y - ay) * bx - (x - ax) * by) / area;
        if (u >= 0 && v >= 0 && u + v <= 1) {
          double w = 1 - u - v;
          float z = (float) (w * to.z(t.a()) + u * to.z(t.b()) + v * to.z(t.c()));
          int pixel = y * out.width() + x;
          if (z < depth[pixel]) {
            depth[pixel] = z;
            double tx = w * texture.x(t.a()) + u * texture.x(t.b()) + v * texture.x(t.c());
            double ty = w * texture.y(t.a()) + u * texture.y(t.b()) + v * texture.y(t.c());
            paint(out, x, y, tx, ty);
          }
        }
      }
    }
  }

  /** The photo between four of its pixels. */
  private void paint(Image out, int x, int y, double fromX, double fromY) {
    int x0 = (int) Math.max(0, Math.min(photo.width() - 2, Math.floor(fromX)));
    int y0 = (int) Math.max(0, Math.min(photo.height() - 2, Math.floor(fromY)));
    double fx = Math.max(0, Math.min(1, fromX - x0)), fy = Math.max(0, Math.min(1, fromY - y0));
    for (int c = 0; c < out.channels(); c++) {
      double upper = (1 - fx) * photo.sample(x0, y0, c) + fx * photo.sample(x0 + 1, y0, c);
      double lower = (1 - fx) * photo.sample(x0, y0 + 1, c) + fx * photo.sample(x0 + 1, y0 + 1, c);
      out.data()[out.index(x, y) + c] = (byte) Math.round((1 - fy) * upper + fy * lower);
    }
  }
}
