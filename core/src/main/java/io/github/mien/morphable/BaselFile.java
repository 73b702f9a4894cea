package io.github.mien.morphable;

import io.github.mien.model.ModelException;
import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.exceptions.HdfException;
import java.nio.file.Path;

/** All that touches jHDF, so that the rest of the package does without it. */
final class BaselFile {
  private static final double NOISE = 0.03;
  private static final double MOST_DEVIATIONS = 3;

  private BaselFile() {}

  static FaceBasis read(Path file, int[] landmarks) {
    try (HdfFile hdf = new HdfFile(file)) {
      Part shape = new Part(hdf, "shape", file);
      Part expression = new Part(hdf, "expression", file);
      LandmarkVertices vertices =
          new LandmarkVertices(landmarks, shape.mean.length / 3, file.toString());
      float[] mean = vertices.of(shape.mean);
      float[] added = vertices.of(expression.mean);
      for (int i = 0; i < mean.length; i++) {
        mean[i] += added[i];
      }
      float[][] moves = expression.directions(vertices);
      return LandmarkVertices.basis(
          mean,
          shape.directions(vertices),
          moves,
          LandmarkVertices.prior(moves.length, 1, -MOST_DEVIATIONS, MOST_DEVIATIONS, NOISE));
    } catch (HdfException e) {
      throw new ModelException(
          file + " is no HDF5 file of the Basel Face Model 2017; get it from Basel again", e);
    }
  }

  /** One of the two linear models in the file. */
  private static final class Part {
    private final float[] mean;
    private final Dataset basis;
    private final float[] variances;

    Part(HdfFile hdf, String group, Path file) {
      mean = floats(hdf.getDatasetByPath(group + "/model/mean").getData(), file);
      basis = hdf.getDatasetByPath(group + "/model/pcaBasis");
      variances = floats(hdf.getDatasetByPath(group + "/model/pcaVariance").getData(), file);
      int[] extents = basis.getDimensions();
      if (extents.length != 2 || extents[0] != mean.length || extents[1] != variances.length) {
        throw new ModelException(
            "%s has %s/model/pcaBasis with extents %s, expected [%d, %d]"
                .formatted(
                    file,
                    group,
                    java.util.Arrays.toString(extents),
                    mean.length,
                    variances.length));
      }
    }

    /** A direction per component, of one standard deviation. */
    float[][] directions(LandmarkVertices vertices) {
      int count = variances.length;
      float[][] directions = new float[count][3 * vertices.count()];
      for (int p = 0; p < vertices.count(); p++) {
        Object rows = basis.getData(new long[] {3L * vertices.vertex(p), 0}, new int[] {3, count});
        for (int k = 0; k < 3; k++) {
          for (int c = 0; c < count; c++) {
            directions[c][3 * p + k] = (float) (number(rows, k, c) * Math.sqrt(variances[c]));
          }
        }
      }
      return directions;
    }

    private static double number(Object rows, int k, int c) {
      return rows instanceof double[][] wide ? wide[k][c] : ((float[][]) rows)[k][c];
    }

    private static float[] floats(Object data, Path file) {
      if (data instanceof float[] narrow) {
        return narrow;
      }
      if (data instanceof double[] wide) {
        float[] out = new float[wide.length];
        for (int i = 0; i < out.length; i++) {
          out[i] = (float) wide[i];
        }
        return out;
      }
      throw new ModelException(file + " has numbers of another type than the Basel Face Model");
    }
  }
}
