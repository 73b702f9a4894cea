package io.github.mien.training.expression;

import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.eigen.Eigen;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Directions in which people differ.
 *
 * @param components of unit length, the strongest first
 * @param deviations of people along them
 */
record IdentityBasis(float[][] components, float[] deviations) {

  /**
   * A principal component analysis, by the matrix of products between samples.
   *
   * @param shapes without expression
   * @param count components wanted
   */
  static IdentityBasis of(List<float[]> shapes, int count) {
    INDArray all = Nd4j.createFromArray(shapes.toArray(float[][]::new)).castTo(DataType.DOUBLE);
    INDArray centred = all.subRowVector(all.mean(0));
    int n = shapes.size();
    INDArray vectors = centred.mmul(centred.transpose());
    // Ascending; the matrix is replaced by the vectors.
    INDArray values = Eigen.symmetricGeneralizedEigenvalues(vectors);
    float[][] components = new float[count][];
    float[] deviations = new float[count];
    for (int i = 0; i < count; i++) {
      int column = n - 1 - i;
      INDArray samples = vectors.get(NDArrayIndex.all(), NDArrayIndex.point(column)).reshape(1, n);
      double length = Math.sqrt(values.getDouble(column));
      components[i] = samples.mmul(centred).div(length).toFloatVector();
      deviations[i] = (float) (length / Math.sqrt(n - 1.0));
    }
    return new IdentityBasis(components, deviations);
  }
}
