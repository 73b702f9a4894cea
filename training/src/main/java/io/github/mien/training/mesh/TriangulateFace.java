package io.github.mien.training.mesh;

import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Affine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Makes the triangles of the face mesh: Delaunay's of the mean shape of the photos whose mouths are
 * widest open, made symmetric; the outline, the lids and the inner lips are edges, and the openings
 * they enclose stay empty.
 *
 * <p>Usage: {@code TriangulateFace LABELS.jsonl.gz TRIANGLES.txt}
 */
public final class TriangulateFace {
  private static final int OPEN_MOUTHS = 60;
  private static final int[] MIDLINE = {10, 168, 6, 197, 195, 4, 1, 2, 0, 13, 14, 17, 152};

  private TriangulateFace() {}

  /** Reads the labels, writes one line of three point numbers per triangle. */
  public static void main(String[] args) throws IOException {
    List<Landmarks> faces = read(Path.of(args[0]));
    faces.sort(Comparator.comparingDouble(TriangulateFace::mouthGap).reversed());
    double[] mean = mean(faces.subList(0, OPEN_MOUTHS));
    double[] x = new double[FaceMesh.FIRST_IRIS];
    double[] y = new double[FaceMesh.FIRST_IRIS];
    symmetric(mean, x, y);
    List<Delaunay.Triangle> triangles = Delaunay.triangulate(x, y);
    List<int[]> borders =
        List.of(FaceMesh.outline(), FaceMesh.innerLips(), FaceMesh.rightEye(), FaceMesh.leftEye());
    for (int[] border : borders) {
      for (int i = 0; i < border.length; i++) {
        Delaunay.force(border[i], border[(i + 1) % border.length], x, y, triangles);
      }
    }
    triangles.removeIf(t -> !inside(t, FaceMesh.outline(), x, y));
    borders.stream().skip(1).forEach(b -> triangles.removeIf(t -> inside(t, b, x, y)));
    Files.writeString(
        Path.of(args[1]),
        triangles.stream()
            .map(t -> t.a() + " " + t.b() + " " + t.c() + "\n")
            .sorted()
            .collect(Collectors.joining()));
  }

  private static List<Landmarks> read(Path labels) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(labels))))) {
      return lines
          .lines()
          .map(TriangulateFace::landmarks)
          .collect(Collectors.toCollection(ArrayList::new));
    }
  }

  private static Landmarks landmarks(String line) {
    String key = "\"landmarks\":";
    int from = line.indexOf(key) + key.length();
    String numbers = line.substring(from, line.indexOf("]]", from)).replaceAll("[\\[\\]\\s]", "");
    double[] all = Stream.of(numbers.split(",")).mapToDouble(Double::parseDouble).toArray();
    float[] xyz = new float[all.length];
    for (int i = 0; i < all.length; i++) {
      xyz[i] = (float) all[i];
    }
    return Landmarks.of(xyz);
  }

  private static double mouthGap(Landmarks face) {
    return Math.hypot(face.x(13) - face.x(14), face.y(13) - face.y(14)) / face.eyeDistance();
  }

  private static double[] mean(List<Landmarks> faces) {
    double[] mean = new double[3 * FaceMesh.FIRST_IRIS];
    int[] eyes = {FaceMesh.RIGHT_EYE_OUTER, FaceMesh.LEFT_EYE_OUTER};
    for (Landmarks face : faces) {
      Affine upright = Affine.similarity(face.xy(eyes), new double[] {-1, 0, 1, 0});
      Landmarks unit = face.map(upright);
      for (int i = 0; i < FaceMesh.FIRST_IRIS; i++) {
        mean[3 * i] += unit.x(i) / faces.size();
        mean[3 * i + 1] -= unit.y(i) / faces.size();
        mean[3 * i + 2] += unit.z(i) / faces.size();
      }
    }
    return mean;
  }

  /** The mean of a shape and its mirror image; a tiny shear keeps four points off one circle. */
  private static void symmetric(double[] shape, double[] x, double[] y) {
    straighten(shape);
    for (int i = 0; i < x.length; i++) {
      int mirror = 0;
      for (int k = 1; k < x.length; k++) {
        if (distance(shape, i, k) < distance(shape, i, mirror)) {
          mirror = k;
        }
      }
      y[i] = (shape[3 * i + 1] + shape[3 * mirror + 1]) / 2;
      x[i] = (shape[3 * i] - shape[3 * mirror]) / 2 + 1e-4 * y[i];
    }
  }

  /** Undoes the mean's small yaw and roll by a shear that brings the midline to x = 0. */
  private static void straighten(double[] shape) {
    double n = MIDLINE.length;
    double mx = 0, my = 0, mz = 0;
    for (int i : MIDLINE) {
      mx += shape[3 * i] / n;
      my += shape[3 * i + 1] / n;
      mz += shape[3 * i + 2] / n;
    }
    double yy = 0, yz = 0, zz = 0, xy = 0, xz = 0;
    for (int i : MIDLINE) {
      double dx = shape[3 * i] - mx, dy = shape[3 * i + 1] - my, dz = shape[3 * i + 2] - mz;
      yy += dy * dy;
      yz += dy * dz;
      zz += dz * dz;
      xy += dx * dy;
      xz += dx * dz;
    }
    double det = yy * zz - yz * yz;
    double perY = (xy * zz - xz * yz) / det;
    double perZ = (xz * yy - xy * yz) / det;
    for (int i = 0; i < shape.length; i += 3) {
      shape[i] -= mx + perY * (shape[i + 1] - my) + perZ * (shape[i + 2] - mz);
    }
  }

  private static double distance(double[] shape, int i, int mirror) {
    double dx = shape[3 * i] + shape[3 * mirror];
    double dy = shape[3 * i + 1] - shape[3 * mirror + 1];
    double dz = shape[3 * i + 2] - shape[3 * mirror + 2];
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  }

  private static boolean inside(Delaunay.Triangle t, int[] border, double[] x, double[] y) {
    double cx = (x[t.a()] + x[t.b()] + x[t.c()]) / 3;
    double cy = (y[t.a()] + y[t.b()] + y[t.c()]) / 3;
    boolean inside = false;
    for (int i = 0, k = border.length - 1; i < border.length; k = i++) {
      int p = border[i], q = border[k];
      if ((y[p] > cy) != (y[q] > cy) && cx < x[p] + (x[q] - x[p]) * (cy - y[p]) / (y[q] - y[p])) {
        inside = !inside;
      }
    }
    return inside;
  }
}
