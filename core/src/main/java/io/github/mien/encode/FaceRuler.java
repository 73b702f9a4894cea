package io.github.mien.encode;

/** Takes {@link FaceMeasures}; points are brought into the frame that is described there. */
final class FaceRuler {
  private static final int RIGHT_OUTER = 36;
  private static final int RIGHT_INNER = 39;
  private static final int LEFT_INNER = 42;
  private static final int LEFT_OUTER = 45;

  private final double[] points;
  private final double[] irises;

  /**
   * @param ibug x, y of the 68 points
   * @param irises x, y of the centres of the right and the left one
   */
  FaceRuler(double[] ibug, double[] irises) {
    double x = ibug[2 * LEFT_OUTER] - ibug[2 * RIGHT_OUTER];
    double y = ibug[2 * LEFT_OUTER + 1] - ibug[2 * RIGHT_OUTER + 1];
    double squared = x * x + y * y;
    if (!(squared > 0)) {
      throw new IllegalArgumentException(
          "the outer corners of the eyes are the same point; such a face cannot be measured");
    }
    double originX = (ibug[2 * LEFT_OUTER] + ibug[2 * RIGHT_OUTER]) / 2;
    double originY = (ibug[2 * LEFT_OUTER + 1] + ibug[2 * RIGHT_OUTER + 1]) / 2;
    this.points = toFrame(ibug, originX, originY, x / squared, y / squared);
    this.irises = toFrame(irises, originX, originY, x / squared, y / squared);
  }

  private static double[] toFrame(
      double[] points, double originX, double originY, double cos, double sin) {
    double[] framed = new double[points.length];
    for (int i = 0; i < points.length; i += 2) {
      double x = points[i] - originX, y = points[i + 1] - originY;
      framed[i] = cos * x + sin * y;
      framed[i + 1] = cos * y - sin * x;
    }
    return framed;
  }

  /** x, y of the middle between the corners of the right and the left eye. */
  static double[] eyeCentres(double[] ibug) {
    double[] centres = new double[4];
    for (int axis = 0; axis < 2; axis++) {
      centres[axis] = (ibug[2 * RIGHT_OUTER + axis] + ibug[2 * RIGHT_INNER + axis]) / 2;
      centres[2 + axis] = (ibug[2 * LEFT_INNER + axis] + ibug[2 * LEFT_OUTER + axis]) / 2;
    }
    return centres;
  }

  FaceMeasures measures() {
    double middleX = (x(51) + x(57)) / 2, middleY = (y(51) + y(57)) / 2;
    double[] eyes = eyeCentres(points);
    double rightWidth = distance(RIGHT_OUTER, RIGHT_INNER);
    double leftWidth = distance(LEFT_INNER, LEFT_OUTER);
    return new FaceMeasures(
        (float) (y(39) - y(21)),
        (float) (y(42) - y(22)),
        (float) (eyes[1] - y(19)),
        (float) (eyes[3] - y(24)),
        (float) (y(36) - y(17)),
        (float) (y(45) - y(26)),
        (float) arch(17, 19, 21),
        (float) -arch(26, 24, 22),
        (float) distance(21, 22),
        (float) ((distance(37, 41) + distance(38, 40)) / (2 * rightWidth)),
        (float) ((distance(43, 47) + distance(44, 46)) / (2 * leftWidth)),
        (float) ((irises[0] - eyes[0]) / rightWidth),
        (float) ((irises[2] - eyes[2]) / leftWidth),
        (float) ((irises[1] - eyes[1]) / rightWidth),
        (float) ((irises[3] - eyes[3]) / leftWidth),
        (float) distance(48, 54),
        (float) ((distance(61, 67) + distance(62, 66) + distance(63, 65)) / 3),
        (float) Math.atan2(middleY - y(48), middleX - x(48)),
        (float) Math.atan2(middleY - y(54), x(54) - middleX),
        (float) (y(48) - y(36)),
        (float) (y(54) - y(45)),
        (float) ((x(48) + x(54)) / 2 - x(33)),
        (float) distance(51, 62),
        (float) distance(57, 66),
        (float) (y(51) - y(33)),
        (float) (y(8) - y(57)),
        (float) distance(31, 35),
        (float) distance(27, 33),
        (float) (y(8) - y(33)),
        (float) (x(8) - x(27)));
  }

  private double x(int point) {
    return points[2 * point];
  }

  private double y(int point) {
    return points[2 * point + 1];
  }

  private double distance(int a, int b) {
    return Math.hypot(x(a) - x(b), y(a) - y(b));
  }

  /** Height of a point over the line from a to b, seen upwards for a left of b, over its length. */
  private double arch(int a, int point, int b) {
    double dx = x(b) - x(a), dy = y(b) - y(a);
    double cross = dy * (x(point) - x(a)) - dx * (y(point) - y(a));
    return cross / (dx * dx + dy * dy);
  }
}
