package io.github.mien.morphable;

import io.github.mien.expression.HeadPose;

/**
 * Where a head is in a picture: rotation, uniform scale and shift from the canonical frame of
 * {@link MorphableModel} to picture coordinates (x right, y down, z away; pixels). Immutable.
 */
public final class HeadFrame {
  private final double[] rotation;
  private final double scale;
  private final double[] shift;

  /**
   * @param rotation 3×3, row-major
   * @param scale pixels per unit of the canonical frame
   * @param shift where the canonical origin is
   */
  HeadFrame(double[] rotation, double scale, double[] shift) {
    this.rotation = rotation;
    this.scale = scale;
    this.shift = shift;
  }

  /**
   * A head of a given pose.
   *
   * @param pose how the head is turned
   * @param scale pixels per unit of the canonical frame
   * @param x where the canonical origin is
   * @param y where the canonical origin is
   */
  public static HeadFrame of(HeadPose pose, double scale, double x, double y) {
    double[] turn = rotationY(-Math.toRadians(pose.yaw()));
    double[] nod = rotationX(-Math.toRadians(pose.pitch()));
    double[] lean = rotationZ(Math.toRadians(pose.roll()));
    return new HeadFrame(multiply(lean, multiply(turn, nod)), scale, new double[] {x, y, 0});
  }

  /**
   * The frame in which a shape comes nearest to points, in the sense of weighted least squares.
   *
   * @param shape x, y, z of any number of points, in the canonical frame
   * @param points where they are in the picture
   * @param weights one for each point, not negative
   */
  public static HeadFrame between(float[] shape, float[] points, float[] weights) {
    return RigidAlignment.of(shape, points, weights);
  }

  /** How the head is turned: first nodded, then turned, then leant. */
  public HeadPose pose() {
    double[] r = rotation;
    return new HeadPose(
        Math.toDegrees(Math.asin(Math.max(-1, Math.min(1, r[6])))),
        -Math.toDegrees(Math.atan2(r[7], r[8])),
        Math.toDegrees(Math.atan2(r[3], r[0])));
  }

  /** Pixels per unit of the canonical frame. */
  public double scale() {
    return scale;
  }

  /**
   * Points of the canonical frame in the picture.
   *
   * @param shape x, y, z of any number of points
   */
  public float[] toPicture(float[] shape) {
    return map(shape, shift);
  }

  /**
   * Displacements of the canonical frame as displacements in the picture.
   *
   * @param displacements x, y, z of any number of points
   */
  public float[] turn(float[] displacements) {
    return map(displacements, new double[3]);
  }

  private float[] map(float[] in, double[] offset) {
    float[] out = new float[in.length];
    double[] r = rotation;
    for (int i = 0; i < in.length; i += 3) {
      double x = scale * in[i], y = scale * in[i + 1], z = scale * in[i + 2];
      out[i] = (float) (r[0] * x + r[1] * y + r[2] * z + offset[0]);
      out[i + 1] = (float) (r[3] * x + r[4] * y + r[5] * z + offset[1]);
      out[i + 2] = (float) (r[6] * x + r[7] * y + r[8] * z + offset[2]);
    }
    return out;
  }

  /**
   * Points of the picture in the canonical frame.
   *
   * @param points x, y, z of any number of points
   */
  public float[] toCanonical(float[] points) {
    float[] out = new float[points.length];
    double[] r = rotation;
    for (int i = 0; i < points.length; i += 3) {
      double x = (points[i] - shift[0]) / scale;
      double y = (points[i + 1] - shift[1]) / scale;
      double z = (points[i + 2] - shift[2]) / scale;
      out[i] = (float) (r[0] * x + r[3] * y + r[6] * z);
      out[i + 1] = (float) (r[1] * x + r[4] * y + r[7] * z);
      out[i + 2] = (float) (r[2] * x + r[5] * y + r[8] * z);
    }
    return out;
  }

  private static double[] rotationX(double a) {
    double c = Math.cos(a), s = Math.sin(a);
    return new double[] {1, 0, 0, 0, c, -s, 0, s, c};
  }

  private static double[] rotationY(double a) {
    double c = Math.cos(a), s = Math.sin(a);
    return new double[] {c, 0, s, 0, 1, 0, -s, 0, c};
  }

  private static double[] rotationZ(double a) {
    double c = Math.cos(a), s = Math.sin(a);
    return new double[] {c, -s, 0, s, c, 0, 0, 0, 1};
  }

  private static double[] multiply(double[] a, double[] b) {
    double[] product = new double[9];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        for (int k = 0; k < 3; k++) {
          product[3 * i + j] += a[3 * i + k] * b[3 * k + j];
        }
      }
    }
    return product;
  }
}
