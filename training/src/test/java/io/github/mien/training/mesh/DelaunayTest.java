package io.github.mien.training.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DelaunayTest {
  private final double[] x = new Random(1).doubles(40).toArray();
  private final double[] y = new Random(2).doubles(40).toArray();

  @Test
  void noPointLiesInsideATrianglesCircle() {
    List<Delaunay.Triangle> triangles = Delaunay.triangulate(x, y);

    assertThat(triangles).hasSizeGreaterThan(40);
    for (Delaunay.Triangle t : triangles) {
      assertThat(Delaunay.turn(t.a(), t.b(), t.c(), x, y)).isPositive();
      double[] center = circumcentre(t);
      double radius = Math.hypot(x[t.a()] - center[0], y[t.a()] - center[1]);
      for (int i = 0; i < x.length; i++) {
        assertThat(Math.hypot(x[i] - center[0], y[i] - center[1]))
            .isGreaterThan(radius * (1 - 1e-9));
      }
    }
  }

  @Test
  void anEdgeCanBeForced() {
    double[] kiteX = {0, 1, 2, 1};
    double[] kiteY = {0, 0.3, 0, -0.3};
    List<Delaunay.Triangle> triangles = Delaunay.triangulate(kiteX, kiteY);
    assertThat(triangles).noneMatch(t -> t.has(0) && t.has(2));

    Delaunay.force(0, 2, kiteX, kiteY, triangles);

    assertThat(triangles).hasSize(2).allMatch(t -> t.has(0) && t.has(2));
  }

  private double[] circumcentre(Delaunay.Triangle t) {
    double bx = x[t.b()] - x[t.a()], by = y[t.b()] - y[t.a()];
    double cx = x[t.c()] - x[t.a()], cy = y[t.c()] - y[t.a()];
    double d = 2 * (bx * cy - by * cx);
    double b = bx * bx + by * by, c = cx * cx + cy * cy;
    return new double[] {x[t.a()] + (cy * b - by * c) / d, y[t.a()] + (bx * c - cx * b) / d};
  }
}
