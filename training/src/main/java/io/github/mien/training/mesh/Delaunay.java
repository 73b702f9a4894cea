package io.github.mien.training.mesh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Delaunay triangulation of some hundred points by insertion (Bowyer 1981, Watson 1981), and the
 * flips that force wanted edges into it.
 */
public final class Delaunay {
  private Delaunay() {}

  /** A triangle of point numbers, counter-clockwise where y grows upwards. */
  public record Triangle(int a, int b, int c) {
    boolean has(int v) {
      return a == v || b == v || c == v;
    }

    int other(int u, int v) {
      return a != u && a != v ? a : b != u && b != v ? b : c;
    }
  }

  private record Edge(int a, int b) {}

  /**
   * @param x coordinates
   * @param y as many
   */
  public static List<Triangle> triangulate(double[] x, double[] y) {
    int n = x.length;
    double[] px = java.util.Arrays.copyOf(x, n + 3);
    double[] py = java.util.Arrays.copyOf(y, n + 3);
    double far = 0;
    for (int i = 0; i < n; i++) {
      far = Math.max(far, Math.max(Math.abs(x[i]), Math.abs(y[i])));
    }
    far *= 1000;
    px[n] = -far;
    py[n] = -far;
    px[n + 1] = far;
    py[n + 1] = -far;
    px[n + 2] = 0;
    py[n + 2] = far;
    List<Triangle> triangles = new ArrayList<>(List.of(new Triangle(n, n + 1, n + 2)));
    for (int i = 0; i < n; i++) {
      insert(i, px, py, triangles);
    }
    triangles.removeIf(t -> t.a >= n || t.b >= n || t.c >= n);
    return triangles;
  }

  private static void insert(int p, double[] x, double[] y, List<Triangle> triangles) {
    Map<Edge, Boolean> hole = new HashMap<>();
    for (int i = triangles.size() - 1; i >= 0; i--) {
      Triangle t = triangles.get(i);
      if (inCircumcircle(p, t, x, y)) {
        triangles.remove(i);
        toggle(hole, t.a, t.b);
        toggle(hole, t.b, t.c);
        toggle(hole, t.c, t.a);
      }
    }
    hole.keySet().forEach(e -> triangles.add(new Triangle(e.a, e.b, p)));
  }

  private static void toggle(Map<Edge, Boolean> hole, int a, int b) {
    if (hole.remove(new Edge(b, a)) == null) {
      hole.put(new Edge(a, b), true);
    }
  }

  private static boolean inCircumcircle(int p, Triangle t, double[] x, double[] y) {
    double ax = x[t.a] - x[p], ay = y[t.a] - y[p];
    double bx = x[t.b] - x[p], by = y[t.b] - y[p];
    double cx = x[t.c] - x[p], cy = y[t.c] - y[p];
    double det =
        (ax * ax + ay * ay) * (bx * cy - cx * by)
            - (bx * bx + by * by) * (ax * cy - cx * ay)
            + (cx * cx + cy * cy) * (ax * by - bx * ay);
    return det > 0;
  }

  /** Twice the area of a, b, c, positive where they turn counter-clockwise. */
  static double turn(int a, int b, int c, double[] x, double[] y) {
    return (x[b] - x[a]) * (y[c] - y[a]) - (y[b] - y[a]) * (x[c] - x[a]);
  }

  /** Flips the diagonals that cross the edge u-v until it is there (Sloan 1993). */
  static void force(int u, int v, double[] x, double[] y, List<Triangle> triangles) {
    for (int round = 0; round < 1000; round++) {
      if (triangles.stream().anyMatch(t -> t.has(u) && t.has(v))) {
        return;
      }
      if (!flipOneCrossing(u, v, x, y, triangles, round)) {
        break;
      }
    }
    throw new IllegalStateException("edge " + u + "-" + v + " cannot be forced");
  }

  private static boolean flipOneCrossing(
      int u, int v, double[] x, double[] y, List<Triangle> triangles, int round) {
    List<int[]> crossing = new ArrayList<>();
    for (int i = 0; i < triangles.size(); i++) {
      for (int j = i + 1; j < triangles.size(); j++) {
        int[] e = shared(triangles.get(i), triangles.get(j));
        if (e != null && crosses(u, v, e[0], e[1], x, y)) {
          int p = triangles.get(i).other(e[0], e[1]);
          int q = triangles.get(j).other(e[0], e[1]);
          if (crosses(p, q, e[0], e[1], x, y)) {
            crossing.add(new int[] {i, j, p, q, e[0], e[1]});
          }
        }
      }
    }
    if (crossing.isEmpty()) {
      return false;
    }
    int[] f = crossing.get(round % crossing.size());
    triangles.set(f[0], oriented(f[2], f[3], f[4], x, y));
    triangles.set(f[1], oriented(f[2], f[3], f[5], x, y));
    return true;
  }

  private static Triangle oriented(int a, int b, int c, double[] x, double[] y) {
    return turn(a, b, c, x, y) > 0 ? new Triangle(a, b, c) : new Triangle(a, c, b);
  }

  private static int @org.jspecify.annotations.Nullable [] shared(Triangle s, Triangle t) {
    int[] both = java.util.stream.IntStream.of(s.a, s.b, s.c).filter(t::has).toArray();
    return both.length == 2 ? both : null;
  }

  private static boolean crosses(int a, int b, int c, int d, double[] x, double[] y) {
    if (a == c || a == d || b == c || b == d) {
      return false;
    }
    return turn(a, b, c, x, y) * turn(a, b, d, x, y) < 0
        && turn(c, d, a, x, y) * turn(c, d, b, x, y) < 0;
  }
}
