package io.github.mien.training.mesh;

import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Affine;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.data.Mirror;
import io.github.mien.training.data.PaintablePhotos;
import io.github.mien.training.data.Portraits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Makes the triangles of the face mesh: Delaunay's of the mean shape of the photos whose mouths are
 * widest open, made symmetric; the outline, the lids and the inner lips are edges, and the openings
 * they enclose stay empty.
 */
@Command(
    name = "triangles",
    description = "Makes the triangles between the points of the face.",
    mixinStandardHelpOptions = true)
public final class TrianglesCommand implements Callable<Integer> {
  private static final int OPEN_MOUTHS = 60;

  @Option(names = "--data", required = true, description = "Folder with portraits.")
  private Path data = Path.of(".");

  @Option(
      names = "--out",
      required = true,
      description = "Folder for triangles.txt and average-face.txt.")
  private Path out = Path.of(".");

  @Override
  public Integer call() throws IOException {
    List<LabelledPhoto> photos = Portraits.read(data).training();
    List<Landmarks> open =
        photos.stream()
            .map(LabelledPhoto::landmarks)
            .sorted(Comparator.comparingDouble(TrianglesCommand::mouthGap).reversed())
            .limit(OPEN_MOUTHS)
            .toList();
    List<Delaunay.Triangle> triangles = triangulate(mean(open), Mirror.of(photos));
    Files.createDirectories(out);
    Files.writeString(
        out.resolve("triangles.txt"),
        triangles.stream()
            .map(t -> t.a() + " " + t.b() + " " + t.c() + "\n")
            .sorted()
            .collect(Collectors.joining()));
    Files.writeString(out.resolve("average-face.txt"), averageFace(photos));
    return 0;
  }

  /** Of those alone whose faces may be published in altered form. */
  private static String averageFace(List<LabelledPhoto> photos) {
    double[] shape =
        mean(PaintablePhotos.of(photos).stream().map(LabelledPhoto::landmarks).toList());
    double[] x = new double[FaceMesh.FIRST_IRIS];
    double[] y = new double[FaceMesh.FIRST_IRIS];
    symmetric(shape, Mirror.of(photos), x, y);
    StringBuilder table = new StringBuilder();
    for (int i = 0; i < x.length; i++) {
      // The eyes' corners are one unit to each side of the middle.
      table.append("%.4f %.4f%n".formatted(x[i] / 2, -y[i] / 2));
    }
    return table.toString();
  }

  private static List<Delaunay.Triangle> triangulate(double[] shape, Mirror mirror) {
    double[] x = new double[FaceMesh.FIRST_IRIS];
    double[] y = new double[FaceMesh.FIRST_IRIS];
    symmetric(shape, mirror, x, y);
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
    return triangles;
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

  /**
   * The mean of a shape and its mirror image, in which its turn and its lean cancel out; a tiny
   * shear keeps four points off one circle.
   */
  private static void symmetric(double[] shape, Mirror mirror, double[] x, double[] y) {
    for (int i = 0; i < x.length; i++) {
      int image = mirror.of(i);
      y[i] = (shape[3 * i + 1] + shape[3 * image + 1]) / 2;
      x[i] = (shape[3 * i] - shape[3 * image]) / 2 + 1e-4 * y[i];
    }
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
