package io.github.mien.face;

/**
 * The part of a picture within a face's outline: forehead below the hair line to chin, ear to ear.
 *
 * <p>Immutable, thread-safe.
 */
public final class FaceArea {
  private final double[] outline;
  private final Box bounds;

  private FaceArea(double[] outline) {
    this.outline = outline;
    double x0 = outline[0], y0 = outline[1], x1 = x0, y1 = y0;
    for (int i = 2; i < outline.length; i += 2) {
      x0 = Math.min(x0, outline[i]);
      x1 = Math.max(x1, outline[i]);
      y0 = Math.min(y0, outline[i + 1]);
      y1 = Math.max(y1, outline[i + 1]);
    }
    bounds = new Box(x0, y0, x1, y1);
  }

  /** The area of a face. */
  public static FaceArea of(Landmarks face) {
    return new FaceArea(face.xy(FaceMesh.outline()));
  }

  /** The smallest upright box around it. */
  public Box bounds() {
    return bounds;
  }

  /** Whether a point lies within the outline. */
  public boolean contains(double x, double y) {
    boolean inside = false;
    for (int i = 0, j = outline.length - 2; i < outline.length; j = i, i += 2) {
      double ax = outline[j], ay = outline[j + 1];
      double by = outline[i + 1];
      if (ay > y != by > y && x < ax + (outline[i] - ax) * (y - ay) / (by - ay)) {
        inside = !inside;
      }
    }
    return inside;
  }

  /** How far a point lies within the outline in pixels; negative outside. */
  public double depth(double x, double y) {
    double nearest = Double.MAX_VALUE;
    for (int i = 0, j = outline.length - 2; i < outline.length; j = i, i += 2) {
      double ax = outline[j], ay = outline[j + 1];
      double dx = outline[i] - ax, dy = outline[i + 1] - ay;
      double square = dx * dx + dy * dy;
      double t = square == 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / square;
      t = Math.max(0, Math.min(1, t));
      double u = x - ax - t * dx, v = y - ay - t * dy;
      nearest = Math.min(nearest, u * u + v * v);
    }
    double distance = Math.sqrt(nearest);
    return contains(x, y) ? distance : -distance;
  }
}
