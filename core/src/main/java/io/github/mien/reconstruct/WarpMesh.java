package io.github.mien.reconstruct;

import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Rect;
import java.util.Arrays;

/**
 * The face's points before and after a move, and rings around its outline on which the move fades
 * to nothing, so that neck, collar and hair follow the skin without tearing.
 */
final class WarpMesh {
  /** Rings as multiples of the outline. */
  private static final double[] RINGS = {1.06, 1.14, 1.23, 1.32, 1.41, 1.5};

  private static final int SMOOTHING_PASSES = 4;

  private static final int[] OUTLINE = FaceMesh.outline();
  private static final int[] AROUND = annulus();

  /** Triangles that fill the opening of the mouth. */
  static final int[] MOUTH = strip(FaceMesh.innerLips());

  /** Triangles that fill the openings of both eyes. */
  static final int[] EYES = concat(strip(FaceMesh.rightEye()), strip(FaceMesh.leftEye()));

  private static final int[] OPENINGS = concat(MOUTH, EYES);
  private static final int[] ALONG_OPENINGS = alongOpenings();

  private final double[] x;
  private final double[] y;
  private final double[] shiftX;
  private final double[] shiftY;
  private final int[] skin;

  private WarpMesh(int points, int[] skin) {
    this.skin = skin;
    x = new double[points];
    y = new double[points];
    shiftX = new double[points];
    shiftY = new double[points];
  }

  static WarpMesh of(Landmarks from, Landmarks to) {
    WarpMesh mesh =
        new WarpMesh(Landmarks.COUNT + RINGS.length * OUTLINE.length, farthestFirst(to));
    for (int i = 0; i < Landmarks.COUNT; i++) {
      mesh.x[i] = to.x(i);
      mesh.y[i] = to.y(i);
      mesh.shiftX[i] = from.x(i) - to.x(i);
      mesh.shiftY[i] = from.y(i) - to.y(i);
    }
    mesh.addRings(from);
    return mesh;
  }

  private void addRings(Landmarks from) {
    int n = OUTLINE.length;
    double centerX = 0, centerY = 0;
    double[] dx = new double[n];
    double[] dy = new double[n];
    for (int i = 0; i < n; i++) {
      centerX += from.x(OUTLINE[i]) / n;
      centerY += from.y(OUTLINE[i]) / n;
      dx[i] = shiftX[OUTLINE[i]];
      dy[i] = shiftY[OUTLINE[i]];
    }
    int at = Landmarks.COUNT;
    for (double ring : RINGS) {
      for (int pass = 0; pass < SMOOTHING_PASSES; pass++) {
        dx = smoothLoop(dx);
        dy = smoothLoop(dy);
      }
      double fade = (ring - 1) / (RINGS[RINGS.length - 1] - 1);
      double share = (1 - fade) * (1 - fade) * (1 + 2 * fade);
      for (int i = 0; i < n; i++, at++) {
        shiftX[at] = share * dx[i];
        shiftY[at] = share * dy[i];
        x[at] = centerX + ring * (from.x(OUTLINE[i]) - centerX) - shiftX[at];
        y[at] = centerY + ring * (from.y(OUTLINE[i]) - centerY) - shiftY[at];
      }
    }
  }

  private static double[] smoothLoop(double[] loop) {
    int n = loop.length;
    double[] smooth = new double[n];
    for (int i = 0; i < n; i++) {
      smooth[i] = (loop[(i + n - 1) % n] + 2 * loop[i] + loop[(i + 1) % n]) / 4;
    }
    return smooth;
  }

  /** The part of a picture that the mesh covers, a pixel more on each side. */
  Rect area(Rect picture) {
    double x0 = Double.MAX_VALUE, y0 = Double.MAX_VALUE;
    double x1 = -Double.MAX_VALUE, y1 = -Double.MAX_VALUE;
    for (int i = 0; i < x.length; i++) {
      x0 = Math.min(x0, x[i]);
      y0 = Math.min(y0, y[i]);
      x1 = Math.max(x1, x[i]);
      y1 = Math.max(y1, y[i]);
    }
    int left = (int) Math.floor(clamp(x0)) - 1;
    int top = (int) Math.floor(clamp(y0)) - 1;
    Rect box =
        new Rect(
            left, top, (int) Math.ceil(clamp(x1)) + 2 - left, (int) Math.ceil(clamp(y1)) + 2 - top);
    return box.intersection(picture);
  }

  private static double clamp(double v) {
    return Math.max(-1e6, Math.min(1e6, v));
  }

  /** Draws the whole mesh: where each point of the field comes from, relative to itself. */
  void draw(DisplacementField field) {
    draw(AROUND, field);
    draw(skin, field);
    draw(OPENINGS, field);
  }

  private void draw(int[] triangles, DisplacementField field) {
    for (int i = 0; i < triangles.length; i += 3) {
      int a = triangles[i], b = triangles[i + 1], c = triangles[i + 2];
      field.triangle(
          x[a], y[a], shiftX[a], shiftY[a], x[b], y[b], shiftX[b], shiftY[b], x[c], y[c], shiftX[c],
          shiftY[c]);
    }
  }

  /**
   * Draws the openings and the triangles along them again, at full resolution: there the field must
   * not be smoothed, for what meets at the line of lips or lids comes from two sides.
   *
   * @param part of the picture
   * @param mapX where each pixel of the part comes from
   * @param mapY likewise
   */
  void drawCuts(Rect part, float[] mapX, float[] mapY) {
    drawCuts(OPENINGS, part, mapX, mapY);
    drawCuts(ALONG_OPENINGS, part, mapX, mapY);
  }

  private void drawCuts(int[] triangles, Rect part, float[] mapX, float[] mapY) {
    for (int i = 0; i < triangles.length; i += 3) {
      int a = triangles[i], b = triangles[i + 1], c = triangles[i + 2];
      TriangleSpans.draw(
          x[a] - part.x(),
          y[a] - part.y(),
          x[a] + shiftX[a],
          y[a] + shiftY[a],
          x[b] - part.x(),
          y[b] - part.y(),
          x[b] + shiftX[b],
          y[b] + shiftY[b],
          x[c] - part.x(),
          y[c] - part.y(),
          x[c] + shiftX[c],
          y[c] + shiftY[c],
          mapX,
          mapY,
          part.width(),
          part.height());
    }
  }

  /** The skin's triangles, the farthest first, so that a nose covers the cheek behind it. */
  static int[] farthestFirst(Landmarks points) {
    int[] skin = FaceTriangles.SKIN;
    long[] order = new long[skin.length / 3];
    for (int i = 0; i < order.length; i++) {
      float z = points.z(skin[3 * i]) + points.z(skin[3 * i + 1]) + points.z(skin[3 * i + 2]);
      order[i] = (long) (-z * 16) << 32 | i;
    }
    Arrays.sort(order);
    int[] sorted = new int[skin.length];
    for (int i = 0; i < order.length; i++) {
      System.arraycopy(skin, 3 * (int) order[i], sorted, 3 * i, 3);
    }
    return sorted;
  }

  private static int[] annulus() {
    int n = OUTLINE.length;
    int[] triangles = new int[RINGS.length * n * 6];
    int at = 0;
    for (int ring = RINGS.length - 1; ring >= 0; ring--) {
      for (int i = 0; i < n; i++) {
        int k = (i + 1) % n;
        int outer = Landmarks.COUNT + ring * n;
        int a = ring == 0 ? OUTLINE[i] : outer - n + i;
        int b = ring == 0 ? OUTLINE[k] : outer - n + k;
        for (int v : new int[] {a, b, outer + i, b, outer + k, outer + i}) {
          triangles[at++] = v;
        }
      }
    }
    return triangles;
  }

  /** Triangles between the upper and the lower edge of an opening, from corner to corner. */
  private static int[] strip(int[] loop) {
    int n = loop.length;
    int[] triangles = new int[3 * (n - 2)];
    int at = 0;
    for (int i = 0; i < n / 2; i++) {
      int a = loop[i], b = loop[i + 1], c = loop[(n - i) % n], d = loop[n - i - 1];
      if (a != c) {
        triangles[at++] = a;
        triangles[at++] = b;
        triangles[at++] = c;
      }
      if (b != d) {
        triangles[at++] = b;
        triangles[at++] = d;
        triangles[at++] = c;
      }
    }
    return triangles;
  }

  private static int[] alongOpenings() {
    boolean[] edge = new boolean[Landmarks.COUNT];
    for (int point : OPENINGS) {
      edge[point] = true;
    }
    int[] skin = FaceTriangles.SKIN;
    int[] along = new int[skin.length];
    int n = 0;
    for (int i = 0; i < skin.length; i += 3) {
      if (edge[skin[i]] || edge[skin[i + 1]] || edge[skin[i + 2]]) {
        System.arraycopy(skin, i, along, n, 3);
        n += 3;
      }
    }
    return Arrays.copyOf(along, n);
  }

  private static int[] concat(int[] a, int[] b) {
    int[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}
