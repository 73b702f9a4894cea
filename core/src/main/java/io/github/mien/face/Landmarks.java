package io.github.mien.face;

import io.github.mien.image.Affine;

/**
 * The 478 points of a face in the order of the MediaPipe face mesh: 468 of the surface, then the
 * iris on the picture's left (468 its centre, 469-472) and the one on its right (473, 474-477). x
 * and y are picture coordinates (pixel centres are whole numbers, y grows downwards); z has the
 * same unit, grows away from the camera and is relative to the head's middle. "Left" and "right" in
 * names of points are the person's own, as in ARKit.
 *
 * <p>Immutable.
 */
public final class Landmarks {
  /** How many points there are. */
  public static final int COUNT = 478;

  private final float[] xyz;

  private Landmarks(float[] xyz) {
    this.xyz = xyz;
  }

  /**
   * @param xyz x, y, z of each point, 1434 numbers; copied
   */
  public static Landmarks of(float[] xyz) {
    if (xyz.length != 3 * COUNT) {
      throw new IllegalArgumentException(
          "needs " + 3 * COUNT + " numbers (x, y, z of 478 points), not " + xyz.length);
    }
    return new Landmarks(xyz.clone());
  }

  /** x of point i. */
  public float x(int i) {
    return xyz[3 * i];
  }

  /** y of point i. */
  public float y(int i) {
    return xyz[3 * i + 1];
  }

  /** z of point i. */
  public float z(int i) {
    return xyz[3 * i + 2];
  }

  /** A copy: x, y, z of each point. */
  public float[] toArray() {
    return xyz.clone();
  }

  /** x, y of some points. */
  public double[] xy(int... points) {
    double[] xy = new double[2 * points.length];
    for (int i = 0; i < points.length; i++) {
      xy[2 * i] = x(points[i]);
      xy[2 * i + 1] = y(points[i]);
    }
    return xy;
  }

  /** The points after a map of the plane; z is scaled by its mean factor. */
  public Landmarks map(Affine map) {
    float[] moved = new float[xyz.length];
    double scale = map.scale();
    for (int i = 0; i < xyz.length; i += 3) {
      moved[i] = (float) map.mapX(xyz[i], xyz[i + 1]);
      moved[i + 1] = (float) map.mapY(xyz[i], xyz[i + 1]);
      moved[i + 2] = (float) (scale * xyz[i + 2]);
    }
    return new Landmarks(moved);
  }

  /** Distance between the outer corners of the eyes: the unit of all figures in percent. */
  public double eyeDistance() {
    return Math.hypot(
        x(FaceMesh.LEFT_EYE_OUTER) - x(FaceMesh.RIGHT_EYE_OUTER),
        y(FaceMesh.LEFT_EYE_OUTER) - y(FaceMesh.RIGHT_EYE_OUTER));
  }

  /** Mean distance in the plane to the same points of another face, in pixels. */
  public double distance(Landmarks other) {
    double sum = 0;
    for (int i = 0; i < COUNT; i++) {
      sum += Math.hypot(x(i) - other.x(i), y(i) - other.y(i));
    }
    return sum / COUNT;
  }

  /**
   * In-plane rotation in radians, clockwise on screen: the angle of the line through the outer
   * corners of the eyes.
   */
  public double roll() {
    return Math.atan2(
        y(FaceMesh.LEFT_EYE_OUTER) - y(FaceMesh.RIGHT_EYE_OUTER),
        x(FaceMesh.LEFT_EYE_OUTER) - x(FaceMesh.RIGHT_EYE_OUTER));
  }

  /** The smallest upright box around the points. */
  public Box bounds() {
    double x0 = Double.MAX_VALUE,
        y0 = Double.MAX_VALUE,
        x1 = -Double.MAX_VALUE,
        y1 = -Double.MAX_VALUE;
    for (int i = 0; i < COUNT; i++) {
      x0 = Math.min(x0, x(i));
      y0 = Math.min(y0, y(i));
      x1 = Math.max(x1, x(i));
      y1 = Math.max(y1, y(i));
    }
    return new Box(x0, y0, x1, y1);
  }
}
