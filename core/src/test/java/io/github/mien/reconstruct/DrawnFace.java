package io.github.mien.reconstruct;

import io.github.mien.face.Detection;
import io.github.mien.face.Face;
import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import java.util.Arrays;

/**
 * A face made by rule, nobody's: points on ellipses for outline, lids, irises and lips, all other
 * points spread evenly between them, and a picture of smooth skin with texture.
 */
final class DrawnFace {
  private static final double[][] LOOPS = {
    // centre x, centre y, radius x, radius y, in units of the outline's half width
    {0, 0.25, 1, 1.3},
    {0, 0.85, 0.36, 0.015},
    {-0.43, -0.1, 0.2, 0.08},
    {0.43, -0.1, 0.2, 0.08},
    {0, 0.85, 0.42, 0.14}
  };

  private DrawnFace() {}

  /** The points of a face whose outline is about {@code width} wide. */
  static Landmarks landmarks(double centerX, double centerY, double width) {
    float[] xyz = new float[3 * Landmarks.COUNT];
    double half = width / 2;
    boolean[] set = new boolean[Landmarks.COUNT];
    int[][] loops = {
      FaceMesh.outline(),
      FaceMesh.innerLips(),
      FaceMesh.rightEye(),
      FaceMesh.leftEye(),
      FaceMesh.outerLips()
    };
    for (int l = 0; l < loops.length; l++) {
      int n = loops[l].length;
      for (int i = 0; i < n; i++) {
        double turn = 2 * Math.PI * i / n;
        double a = l == 0 ? turn - Math.PI / 2 : l == 3 ? -turn : Math.PI + turn;
        put(
            xyz,
            set,
            loops[l][i],
            LOOPS[l][0] + LOOPS[l][2] * Math.cos(a),
            LOOPS[l][1] + LOOPS[l][3] * Math.sin(a));
      }
    }
    for (int i = FaceMesh.FIRST_IRIS; i < Landmarks.COUNT; i++) {
      int eye = i < FaceMesh.LEFT_IRIS ? 2 : 3;
      int k = (i - FaceMesh.FIRST_IRIS) % 5;
      double r = k == 0 ? 0 : 0.07;
      put(
          xyz,
          set,
          i,
          LOOPS[eye][0] + r * Math.cos(k * Math.PI / 2),
          LOOPS[eye][1] + r * Math.sin(k * Math.PI / 2));
    }
    relax(xyz, set);
    for (int i = 0; i < Landmarks.COUNT; i++) {
      xyz[3 * i] = (float) (centerX + half * xyz[3 * i]);
      xyz[3 * i + 1] = (float) (centerY + half * xyz[3 * i + 1]);
    }
    return Landmarks.of(xyz);
  }

  private static void put(float[] xyz, boolean[] set, int point, double x, double y) {
    xyz[3 * point] = (float) x;
    xyz[3 * point + 1] = (float) y;
    set[point] = true;
  }

  /** Puts every other point at the mean of its neighbours in the mesh (Tutte 1963). */
  private static void relax(float[] xyz, boolean[] set) {
    int[] triangles = FaceTriangles.SKIN;
    for (int pass = 0; pass < 600; pass++) {
      float[] sum = new float[xyz.length];
      int[] count = new int[Landmarks.COUNT];
      for (int t = 0; t < triangles.length; t++) {
        int v = triangles[t];
        int base = t - t % 3;
        for (int k = base; k < base + 3; k++) {
          sum[3 * v] += xyz[3 * triangles[k]];
          sum[3 * v + 1] += xyz[3 * triangles[k] + 1];
          count[v]++;
        }
      }
      for (int v = 0; v < FaceMesh.FIRST_IRIS; v++) {
        if (!set[v] && count[v] > 0) {
          xyz[3 * v] = sum[3 * v] / count[v];
          xyz[3 * v + 1] = sum[3 * v + 1] / count[v];
        }
      }
    }
  }

  /** The corners of the mouth out and up, the lower lip down: a share of the eye distance. */
  static Landmarks smile(Landmarks face, double amount) {
    float[] xyz = face.toArray();
    double unit = face.eyeDistance() * amount;
    double mouthX = (face.x(FaceMesh.MOUTH_LEFT) + face.x(FaceMesh.MOUTH_RIGHT)) / 2;
    double mouthY = face.y(FaceMesh.MOUTH_RIGHT);
    int[] lower = Arrays.copyOfRange(FaceMesh.innerLips(), 11, 20);
    for (int i = 0; i < FaceMesh.FIRST_IRIS; i++) {
      double dx = (face.x(i) - mouthX) / face.eyeDistance();
      double dy = (face.y(i) - mouthY) / face.eyeDistance();
      double near = Math.exp(-4 * (dx * dx + dy * dy));
      int point = i;
      boolean below = dy > 0.01 || Arrays.stream(lower).anyMatch(k -> k == point);
      xyz[3 * i] += (float) (unit * dx * near);
      xyz[3 * i + 1] +=
          (float) (unit * near * (-2 * dx * dx + (below ? Math.max(0, 1 - 6 * dx * dx) : 0)));
    }
    return Landmarks.of(xyz);
  }

  static FacePhoto photo(Image image, Landmarks landmarks) {
    return new FacePhoto(
        image,
        new Face(new Detection(landmarks.bounds(), 1, new float[10]), landmarks, 1, new float[0]));
  }

  /** Skin, lips, teeth line and eyes as flat shapes with a fine texture. */
  static Image draw(Landmarks face, int width, int height, int channels) {
    Image image = Image.create(width, height, channels);
    Opening lips = new Opening(face, FaceMesh.outerLips());
    Opening right = new Opening(face, Opening.RIGHT_EYE);
    Opening left = new Opening(face, Opening.LEFT_EYE);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double[] rgb = {200 - 0.05 * y, 150 + 0.04 * x, 130};
        if (inside(lips, x, y)) {
          rgb = new double[] {170, 80, 80};
        } else if (inside(right, x, y) || inside(left, x, y)) {
          rgb = iris(face, x, y) ? new double[] {70, 50, 40} : new double[] {230, 225, 220};
        }
        double texture = 6 * Math.sin(0.37 * x) * Math.cos(0.29 * y);
        for (int c = 0; c < 3; c++) {
          image.data()[image.index(x, y) + c] =
              (byte) (int) Math.max(0, Math.min(255, rgb[c] + texture));
        }
        if (channels == 4) {
          image.data()[image.index(x, y) + 3] = (byte) (128 + (x + y) % 128);
        }
      }
    }
    return image;
  }

  private static boolean inside(Opening opening, int x, int y) {
    double s = opening.s(x, y);
    double t = opening.t(x, y);
    return s > 0 && s < 1 && t > opening.upper(s) && t < opening.lower(s);
  }

  private static boolean iris(Landmarks face, int x, int y) {
    double r = 0.07 / 0.86 * face.eyeDistance() / 1.46;
    return Math.hypot(x - face.x(FaceMesh.RIGHT_IRIS), y - face.y(FaceMesh.RIGHT_IRIS)) < r
        || Math.hypot(x - face.x(FaceMesh.LEFT_IRIS), y - face.y(FaceMesh.LEFT_IRIS)) < r;
  }
}
