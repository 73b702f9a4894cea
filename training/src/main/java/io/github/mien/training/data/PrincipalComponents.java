package io.github.mien.training.data;

import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.eigen.Eigen;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A principal component analysis, by the matrix of products between samples.
 *
 * @param components of unit length, the strongest first
 * @param deviations of the samples along them
 */
public record PrincipalComponents(float[][] components, float[] deviations) {
  /** Relative to the largest deviation, what rounding makes. */
  private static final double NOTHING = 1e-6;

  /**
   * @param samples as differences from where deviations are to be measured from
   * @param count components wanted, fewer than samples; those beyond the samples' rank are zero
   */
  public static PrincipalComponents of(List<float[]> samples, int count) {
    INDArray rows = Nd4j.createFromArray(samples.toArray(float[][]::new)).castTo(DataType.DOUBLE);
    int n = samples.size();
    INDArray vectors = rows.mmul(rows.transpose());
    // Ascending; the matrix is replaced by the vectors.
    INDArray values = Eigen.symmetricGeneralizedEigenvalues(vectors);
    float[][] components = new float[count][];
    float[] deviations = new float[count];
    for (int i = 0; i < count; i++) {
      int column = n - 1 - i;
      INDArray along = vectors.get(NDArrayIndex.all(), NDArrayIndex.point(column)).reshape(1, n);
      double length = Math.sqrt(Math.max(0, values.getDouble(column)));
      double nothing = NOTHING * Math.sqrt(values.getDouble(n - 1));
      components[i] =
          length > nothing
              ? along.mmul(rows).div(length).toFloatVector()
              : new float[samples.get(0).length];
      deviations[i] = (float) (length / Math.sqrt(n - 1.0));
    }
    return new PrincipalComponents(components, deviations);
  }
}
