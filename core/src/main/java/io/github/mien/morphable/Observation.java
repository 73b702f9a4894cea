package io.github.mien.morphable;

/**
 * The points that a picture shows, about their middle and in units of their spread, as a scaled
 * orthographic camera would see them, and the sums over them that a fit needs.
 */
final class Observation {
  final int points;

  /** x, y of each point as a camera far away would see them. */
  private final double[] far;

  /** x, y of each point as they are. */
  private final double[] near;

  private final float[] shape;

  /** See {@link BasisMoments#timesPicture}. */
  final double[][] crossed;

  final double[] total = new double[2];
  double squares;

  private double middleX;
  private double middleY;
  private double unit;

  Observation(BasisMoments moments) {
    points = moments.points;
    far = new double[2 * points];
    near = new double[2 * points];
    shape = new float[3 * points];
    crossed = new double[6][moments.size];
  }

  /** Pixels per unit. */
  double unit() {
    return unit;
  }

  /** Of a point given in units, in pixels. */
  double pixelX(double x) {
    return middleX + unit * x;
  }

  /** Of a point given in units, in pixels. */
  double pixelY(double y) {
    return middleY + unit * y;
  }

  /**
   * @param xy of each point in pixels
   */
  void see(double[] xy, BasisMoments moments) {
    middleX = 0;
    middleY = 0;
    for (int i = 0; i < xy.length; i += 2) {
      middleX += xy[i] / points;
      middleY += xy[i + 1] / points;
    }
    double spread = 0;
    for (int i = 0; i < xy.length; i += 2) {
      near[i] = xy[i] - middleX;
      near[i + 1] = xy[i + 1] - middleY;
      spread += near[i] * near[i] + near[i + 1] * near[i + 1];
    }
    unit = Math.sqrt(spread / points);
    if (!(unit > 0)) {
      throw new IllegalArgumentException("all points lie in one place and show no face");
    }
    for (int i = 0; i < near.length; i++) {
      near[i] /= unit;
    }
    System.arraycopy(near, 0, far, 0, far.length);
    sum(moments);
  }

  /**
   * Moves the points to where they would be seen from far away, with the depths that a fit gives
   * them: the idea of POSIT (DeMenthon and Davis 1995). Where depths are right this is exact.
   */
  void correct(Camera.Perspective camera, FitState state, BasisMoments moments) {
    double focal = camera.focalLength() / unit;
    double x = (camera.x() - middleX) / unit, y = (camera.y() - middleY) / unit;
    moments.shape(state.theta, shape);
    double[] r = state.rotation;
    for (int p = 0; p < points; p++) {
      double depth = r[6] * shape[3 * p] + r[7] * shape[3 * p + 1] + r[8] * shape[3 * p + 2];
      double grow = 1 + state.scale * depth / focal;
      far[2 * p] = x + (near[2 * p] - x) * grow;
      far[2 * p + 1] = y + (near[2 * p + 1] - y) * grow;
    }
    sum(moments);
  }

  /** Mean distance in pixels between what is seen and where a camera sees a face. */
  double distance(Camera camera, FitState state, BasisMoments moments) {
    moments.shape(state.theta, shape);
    for (int p = 0; p < points; p++) {
      place(state, p);
    }
    camera.project(shape);
    double sum = 0;
    for (int p = 0; p < points; p++) {
      sum +=
          Math.hypot(
              shape[3 * p] - pixelX(near[2 * p]), shape[3 * p + 1] - pixelY(near[2 * p + 1]));
    }
    return sum / points;
  }

  /** From the canonical frame to the picture. */
  private void place(FitState state, int point) {
    double[] r = state.rotation;
    double s = state.scale;
    int i = 3 * point;
    double x = s * shape[i], y = s * shape[i + 1], z = s * shape[i + 2];
    shape[i] = (float) pixelX(r[0] * x + r[1] * y + r[2] * z + state.shift[0]);
    shape[i + 1] = (float) pixelY(r[3] * x + r[4] * y + r[5] * z + state.shift[1]);
    shape[i + 2] = (float) (unit * (r[6] * x + r[7] * y + r[8] * z));
  }

  private void sum(BasisMoments moments) {
    moments.timesPicture(far, crossed);
    total[0] = 0;
    total[1] = 0;
    squares = 0;
    for (int i = 0; i < far.length; i += 2) {
      total[0] += far[i];
      total[1] += far[i + 1];
      squares += far[i] * far[i] + far[i + 1] * far[i + 1];
    }
  }
}
