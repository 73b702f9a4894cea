package io.github.mien.training.expression;

import io.github.mien.expression.Blendshape;
import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.training.data.LinearSystem;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Displacement fields by regression of aligned faces on their coefficients, with the fields of
 * ICT-FaceKit as what is believed beforehand: where photos show a movement they decide, elsewhere
 * ICT-FaceKit does. A movement may only differ from it near where it moves the skin, so that what
 * people differ in is not taken for expression.
 */
final class FieldRegression {
  /** How far people's points scatter, in units of the eye distance. */
  private static final double SCATTER = 0.03;

  /** The same for the difference between two photos of one person. */
  private static final double PAIR_SCATTER = 0.012;

  /** How far a field may differ: in proportion to ICT-FaceKit's, and everywhere. */
  private static final double FREEDOM = 1;

  private static final double LEAST_FREEDOM = 0.002;
  private static final double REACH = 0.12;

  /** Deviation of a coefficient from which on photos show it well enough to be fully believed. */
  private static final double SHOWN = 0.07;

  private static final double IRIS_FREEDOM = 0.02;

  private static final int NAMES = Blendshape.TONGUE_OUT.ordinal();

  private FieldRegression() {}

  /** Two photos of one person. */
  record Pair(CanonicalFace expressive, CanonicalFace rest) {}

  /**
   * @param faces and their mirror images
   * @param pairs and their mirror images
   * @param prior a field for each {@link Blendshape}
   * @param mean shape
   */
  static float[][] fit(List<CanonicalFace> faces, List<Pair> pairs, float[][] prior, float[] mean) {
    int n = faces.size() + pairs.size();
    double[][] x = new double[n][NAMES];
    double[][] y = new double[n][Shapes.SIZE];
    double[] meanX = new double[NAMES];
    double[] meanY = new double[Shapes.SIZE];
    for (CanonicalFace face : faces) {
      addTo(meanX, face.coefficients(), faces.size());
      addTo(meanY, face.shape(), faces.size());
    }
    int row = 0;
    for (CanonicalFace face : faces) {
      fill(x[row], face.coefficients(), meanX, SCATTER);
      fill(y[row++], face.shape(), meanY, SCATTER);
    }
    for (Pair pair : pairs) {
      fill(
          x[row],
          Shapes.difference(pair.expressive.coefficients(), pair.rest.coefficients()),
          new double[NAMES],
          PAIR_SCATTER);
      fill(
          y[row++],
          Shapes.difference(pair.expressive.shape(), pair.rest.shape()),
          new double[Shapes.SIZE],
          PAIR_SCATTER);
    }
    INDArray inputs = Nd4j.createFromArray(x);
    INDArray believed = matrix(prior);
    INDArray left = Nd4j.createFromArray(y).sub(inputs.mmul(believed));
    double[][] gram = inputs.transpose().mmul(inputs).toDoubleMatrix();
    double[][] cross = inputs.transpose().mmul(left).toDoubleMatrix();
    return solve(gram, cross, prior, freedoms(prior, mean, shown(faces, meanX)));
  }

  private static void addTo(double[] sum, float[] numbers, int count) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += numbers[i] / (double) count;
    }
  }

  private static void fill(double[] row, float[] numbers, double[] centre, double scatter) {
    for (int i = 0; i < row.length; i++) {
      row[i] = (numbers[i] - centre[i]) / scatter;
    }
  }

  private static INDArray matrix(float[][] fields) {
    INDArray all = Nd4j.createFromArray(fields).castTo(DataType.DOUBLE);
    return all.get(
            org.nd4j.linalg.indexing.NDArrayIndex.interval(0, NAMES),
            org.nd4j.linalg.indexing.NDArrayIndex.all())
        .dup();
  }

  /** Each point by itself, since each has beliefs of its own. */
  private static float[][] solve(
      double[][] gram, double[][] cross, float[][] prior, double[][] freedoms) {
    float[][] fields = new float[Blendshape.COUNT][];
    for (int k = 0; k < fields.length; k++) {
      fields[k] = prior[k].clone();
    }
    for (int p = 0; p < Landmarks.COUNT; p++) {
      double[][] matrix = new double[NAMES][];
      double[][] right = new double[NAMES][3];
      for (int k = 0; k < NAMES; k++) {
        matrix[k] = gram[k].clone();
        matrix[k][k] += 1 / (freedoms[k][p] * freedoms[k][p]);
        System.arraycopy(cross[k], 3 * p, right[k], 0, 3);
      }
      double[][] change = LinearSystem.solve(matrix, right);
      for (int k = 0; k < NAMES; k++) {
        for (int c = 0; c < 3; c++) {
          fields[k][3 * p + c] += (float) change[k][c];
        }
      }
    }
    return fields;
  }

  private static double[][] freedoms(float[][] prior, float[] mean, double[] shown) {
    double[][] freedoms = new double[NAMES][Landmarks.COUNT];
    List<double[]> kernels = kernels(mean);
    for (Blendshape shape : Blendshape.values()) {
      int k = shape.ordinal();
      if (k == NAMES) {
        continue;
      }
      for (int p = 0; p < Landmarks.COUNT; p++) {
        double near = 0;
        for (int q = 0; q < Landmarks.COUNT; q++) {
          near += kernels.get(p)[q] * Shapes.length(prior[k], q);
        }
        freedoms[k][p] =
            LEAST_FREEDOM + FREEDOM * shown[k] * Math.max(near, Shapes.length(prior[k], p));
        if (movesIris(shape, p)) {
          freedoms[k][p] = IRIS_FREEDOM * shown[k];
        }
      }
    }
    return freedoms;
  }

  /** How well photos show each coefficient, 0..1. */
  private static double[] shown(List<CanonicalFace> faces, double[] mean) {
    double[] shown = new double[NAMES];
    for (int k = 0; k < NAMES; k++) {
      double squares = 0;
      for (CanonicalFace face : faces) {
        double d = face.coefficients()[k] - mean[k];
        squares += d * d;
      }
      shown[k] = Math.min(1, Math.sqrt(squares / faces.size()) / SHOWN);
    }
    return shown;
  }

  private static boolean movesIris(Blendshape shape, int point) {
    boolean gaze = shape.name().startsWith("EYE_LOOK");
    boolean left = point >= FaceMesh.LEFT_IRIS;
    return gaze && point >= FaceMesh.FIRST_IRIS && shape.name().endsWith(left ? "LEFT" : "RIGHT");
  }

  private static List<double[]> kernels(float[] mean) {
    List<double[]> kernels = new ArrayList<>();
    for (int p = 0; p < Landmarks.COUNT; p++) {
      double[] kernel = new double[Landmarks.COUNT];
      double sum = 0;
      for (int q = 0; q < kernel.length; q++) {
        double d = Shapes.squaredDistance(mean, p, mean, q);
        kernel[q] = Math.exp(-d / (2 * REACH * REACH));
        sum += kernel[q];
      }
      for (int q = 0; q < kernel.length; q++) {
        kernel[q] /= sum;
      }
      kernels.add(kernel);
    }
    return kernels;
  }
}
