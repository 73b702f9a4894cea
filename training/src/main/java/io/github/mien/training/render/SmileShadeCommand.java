package io.github.mien.training.render;

import io.github.mien.Mien;
import io.github.mien.face.FaceCrop;
import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.ImageKernels;
import io.github.mien.reconstruct.MeshWarpReconstructor;
import io.github.mien.reconstruct.SmileShade;
import io.github.mien.training.data.PaintablePhotos;
import io.github.mien.training.data.Portraits;
import io.github.mien.training.net.LibTorch;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures how a smile shades the skin: people at rest are moved to where their smile has its
 * points; what the photo of that smile is darker or brighter is averaged on the average face.
 */
@Command(
    name = "smile-shade",
    description = "Makes the average shading of a smile and how its points move.",
    mixinStandardHelpOptions = true)
public final class SmileShadeCommand implements Callable<Integer> {
  private static final int SIDE = SmileShade.SIDE;

  /** Places that fewer faces show are not known. */
  private static final double LEAST = 0.3;

  @Option(names = "--data", required = true, description = "Folder with portraits.")
  private Path data = Path.of(".");

  @Option(names = "--out", required = true, description = "Folder for the two tables.")
  private Path out = Path.of(".");

  @Override
  public Integer call() throws IOException {
    LibTorch.configure(1, 1);
    try (Mien mien = Mien.builder().renderer(false).build()) {
      MovedFaces faces =
          new MovedFaces(
              mien,
              MeshWarpReconstructor.withoutShading(ImageKernels.java()),
              PaintablePhotos.of(Portraits.read(data).training()),
              true);
      List<Moved> smiles = faces.smiles();
      Files.createDirectories(out);
      Files.writeString(out.resolve("smile-shade.txt"), shade(smiles));
      Files.writeString(out.resolve("smile-move.txt"), move(smiles));
    }
    return 0;
  }

  /** Logarithm of the photo's luma over the moved face's, in thousandths. */
  private static String shade(List<Moved> smiles) {
    double[] sum = new double[SIDE * SIDE];
    double[] weight = new double[SIDE * SIDE];
    for (Moved smile : smiles) {
      RenderBatch crop = RenderBatch.empty(1);
      RenderSamples.cut(smile, crop, 0);
      add(crop, lips(smile), sum, weight);
    }
    makeSymmetric(sum);
    makeSymmetric(weight);
    double all = 0;
    for (double w : weight) {
      all = Math.max(all, w);
    }
    StringBuilder table = new StringBuilder();
    for (int i = 0; i < sum.length; i++) {
      long thousandths = weight[i] < LEAST * all ? 0 : Math.round(1000 * sum[i] / weight[i]);
      table.append(thousandths).append((i + 1) % SIDE == 0 ? "\n" : " ");
    }
    return table.toString();
  }

  private static void makeSymmetric(double[] table) {
    for (int i = 0; i < table.length; i++) {
      int mirrored = i / SIDE * SIDE + SIDE - 1 - i % SIDE;
      if (mirrored > i) {
        table[i] = table[mirrored] = (table[i] + table[mirrored]) / 2;
      }
    }
  }

  /** The lips' own shading depends on what is between them. */
  private static Path2D lips(Moved smile) {
    Landmarks points = FaceCrop.of(smile.to()).toFractions(smile.to());
    Path2D lips = new Path2D.Double();
    for (int point : FaceMesh.outerLips()) {
      double x = RenderBatch.MAP_SIDE * (points.x(point) + 0.5);
      double y = RenderBatch.MAP_SIDE * (points.y(point) + 0.5);
      if (lips.getCurrentPoint() == null) {
        lips.moveTo(x, y);
      } else {
        lips.lineTo(x, y);
      }
    }
    lips.closePath();
    return lips;
  }

  private static void add(RenderBatch crop, Path2D lips, double[] sum, double[] weight) {
    int plane = RenderBatch.MAP_PLANE;
    for (int m = 0; m < plane; m++) {
      boolean opening = crop.maps()[4 * plane + m] > 0 || crop.maps()[5 * plane + m] > 0;
      float gate = crop.gate()[m];
      if (opening || gate == 0 || lips.intersects(column(m) - 1, row(m) - 1, 3, 3)) {
        continue;
      }
      double x = SmileShade.column(crop.maps()[m]);
      double y = SmileShade.row(crop.maps()[plane + m]);
      double ratio = Math.log(luma(crop.truth(), m) / luma(crop.picture(), m));
      ratio = Math.max(-0.7, Math.min(0.7, ratio));
      int column = (int) Math.floor(x), row = (int) Math.floor(y);
      for (int k = 0; k < 4; k++) {
        int cx = column + k % 2, cy = row + k / 2;
        double w = gate * (1 - Math.abs(x - cx)) * (1 - Math.abs(y - cy));
        if (cx >= 0 && cx < SIDE && cy >= 0 && cy < SIDE && w > 0) {
          sum[cy * SIDE + cx] += w * ratio;
          weight[cy * SIDE + cx] += w;
        }
      }
    }
  }

  private static int column(int place) {
    return place % RenderBatch.MAP_SIDE;
  }

  private static int row(int place) {
    return place / RenderBatch.MAP_SIDE;
  }

  /** Of the four pixels of a place of the maps. */
  private static double luma(float[] planes, int place) {
    int side = RenderBatch.SIDE;
    int at = 2 * row(place) * side + 2 * column(place);
    double sum = 0.03;
    double[] weights = {0.299, 0.587, 0.114};
    for (int c = 0; c < 3; c++) {
      int p = c * RenderBatch.PLANE + at;
      sum += weights[c] * (planes[p] + planes[p + 1] + planes[p + side] + planes[p + side + 1]) / 4;
    }
    return sum;
  }

  /** Mean displacement of each point of the skin, in eye distances, the eyes level. */
  private static String move(List<Moved> smiles) {
    double[] mean = new double[2 * FaceMesh.FIRST_IRIS];
    for (Moved smile : smiles) {
      FaceCrop crop = FaceCrop.of(smile.from());
      Landmarks from = crop.toFractions(smile.from());
      Landmarks to = crop.toFractions(smile.to());
      for (int i = 0; i < FaceMesh.FIRST_IRIS; i++) {
        mean[2 * i] += (to.x(i) - from.x(i)) / from.eyeDistance() / smiles.size();
        mean[2 * i + 1] += (to.y(i) - from.y(i)) / from.eyeDistance() / smiles.size();
      }
    }
    StringBuilder table = new StringBuilder();
    for (int i = 0; i < mean.length; i += 2) {
      table.append(String.format(Locale.ROOT, "%.5f %.5f%n", mean[i], mean[i + 1]));
    }
    return table.toString();
  }
}
