package io.github.mien.transfer;

import io.github.mien.face.FaceMesh;
import java.util.Objects;

/**
 * Lets cheeks and jaw push the outline: points beside it that come too near, or would pass it, move
 * it outwards. A picture has nothing to show of a cheek beyond the outline, its skin would fold.
 */
final class FaceOutline {
  private static final int[] OUTLINE = FaceMesh.outline();

  /** Of the outline, from the left ear by the chin to the right one; temples and brow stay. */
  private static final int FIRST = 8;

  private static final int LAST = 28;

  /** The points beside these, row by row inwards. */
  private static final int[] BESIDE = {
    447, 366, 401, 435, 367, 364, 394, 395, 369, 396, 175, 171, 140, 170, 169, 135, 138, 215, 177,
    137, 227, 376, 433, 416, 192, 213, 147
  };

  /** A point beside the outline keeps at least this part of its distance to it. */
  private static final double CLEARANCE = 0.35;

  /** What the neighbours of a point that is pushed do of its move. */
  private static final double FOLLOW = 0.5;

  private static final int PASSES = 4;

  private final float[] points;
  private final double[] pushX = new double[OUTLINE.length];
  private final double[] pushY = new double[OUTLINE.length];

  private FaceOutline(float[] points) {
    this.points = points;
  }

  /**
   * Moves the outline where it has to.
   *
   * @param from x, y, z of the 478 points in the picture before a move
   * @param to the same after it; those of the outline are modified
   */
  static void follow(float[] from, float[] to) {
    Edge[] before = new Edge[BESIDE.length];
    for (int i = 0; i < BESIDE.length; i++) {
      before[i] = Edge.nearest(from, BESIDE[i]);
    }
    boolean pushed = true;
    for (int pass = 0; pass < PASSES && pushed; pass++) {
      pushed = new FaceOutline(to).push(before);
    }
  }

  private boolean push(Edge[] before) {
    boolean pushed = false;
    for (int i = 0; i < BESIDE.length; i++) {
      // A turned head shows some points beyond the outline as it is.
      double least = Math.min(before[i].depth, CLEARANCE * before[i].depth);
      Edge now = Edge.nearest(points, BESIDE[i]);
      if (now.depth < least) {
        push(now, least - now.depth);
        pushed = true;
      }
    }
    if (pushed) {
      apply();
    }
    return pushed;
  }

  /** Moves an edge so that it is farther out at the point nearest to what pushes it. */
  private void push(Edge edge, double by) {
    double t = edge.position;
    double share = by / ((1 - t) * (1 - t) + t * t);
    pushEnd(edge.start, (1 - t) * share * edge.outX, (1 - t) * share * edge.outY);
    pushEnd((edge.start + 1) % OUTLINE.length, t * share * edge.outX, t * share * edge.outY);
  }

  private void pushEnd(int i, double x, double y) {
    if (Math.hypot(x, y) > Math.hypot(pushX[i], pushY[i])) {
      pushX[i] = x;
      pushY[i] = y;
    }
  }

  private void apply() {
    for (int i = FIRST; i <= LAST; i++) {
      int strongest = i;
      double factor = 1;
      for (int k = i - 1; k <= i + 1; k += 2) {
        if (FOLLOW * length(k) > factor * length(strongest)) {
          strongest = k;
          factor = FOLLOW;
        }
      }
      points[3 * OUTLINE[i]] += (float) (factor * pushX[strongest]);
      points[3 * OUTLINE[i] + 1] += (float) (factor * pushY[strongest]);
    }
  }

  private double length(int i) {
    return Math.hypot(pushX[i], pushY[i]);
  }

  /**
   * The edge of the outline that is nearest to a point.
   *
   * @param start position of its first end in the outline
   * @param position of the nearest point on it, 0 at the first end to 1 at the second
   * @param outX direction outwards
   * @param outY direction outwards
   * @param depth of the point inside the outline, negative outside
   */
  private record Edge(int start, double position, double outX, double outY, double depth) {

    static Edge nearest(float[] points, int point) {
      double x = points[3 * point];
      double y = points[3 * point + 1];
      Edge nearest = null;
      double least = Double.MAX_VALUE;
      for (int i = 0; i < OUTLINE.length; i++) {
        int a = 3 * OUTLINE[i];
        int b = 3 * OUTLINE[(i + 1) % OUTLINE.length];
        double alongX = points[b] - points[a];
        double alongY = points[b + 1] - points[a + 1];
        double square = alongX * alongX + alongY * alongY;
        double t = ((x - points[a]) * alongX + (y - points[a + 1]) * alongY) / square;
        t = Math.max(0, Math.min(1, t));
        double dx = x - points[a] - t * alongX;
        double dy = y - points[a + 1] - t * alongY;
        double distance = dx * dx + dy * dy;
        if (distance < least) {
          least = distance;
          // The outline runs clockwise on screen.
          double length = Math.sqrt(square);
          double outX = alongY / length;
          double outY = -alongX / length;
          nearest = new Edge(i, t, outX, outY, -(dx * outX + dy * outY));
        }
      }
      return Objects.requireNonNull(nearest);
    }
  }
}
