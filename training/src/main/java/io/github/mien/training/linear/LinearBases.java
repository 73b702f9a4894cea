package io.github.mien.training.linear;

import io.github.mien.expression.Blendshape;
import io.github.mien.face.Landmarks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What changes, faces and movements are reduced to.
 *
 * @param faceMean the mean shape, mirror-symmetric
 */
record LinearBases(
    MirrorComponents changes, float[] faceMean, MirrorComponents faces, MirrorComponents movements) {

  /**
   * @param mirror which point is which in the mirror
   * @param changes how many components of changes
   * @param faces how many of faces
   * @param movements how many of movements
   */
  static LinearBases of(
      List<Example> examples, int[] mirror, int changes, int faces, int movements) {
    UnaryOperator<float[]> ofShape = shape -> mirrored(shape, mirror);
    float[] mean = mean(examples, ofShape);
    List<float[]> shapes = new ArrayList<>();
    examples.forEach(e -> shapes.add(FaceReader.difference(e.shape(), mean)));
    return new LinearBases(
        MirrorComponents.of(
            examples.stream().map(LinearBases::weightedChange).toList(),
            LinearBases::mirrored,
            changes),
        mean,
        MirrorComponents.of(shapes, ofShape, faces),
        MirrorComponents.of(
            examples.stream().map(LinearBases::weightedMovement).toList(), ofShape, movements));
  }

  private static float[] weightedChange(Example example) {
    return scaled(example.change(), Math.sqrt(example.weight()));
  }

  private static float[] weightedMovement(Example example) {
    return scaled(example.movement(), Math.sqrt(example.weight()));
  }

  private static float[] scaled(float[] numbers, double factor) {
    float[] scaled = numbers.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= (float) factor;
    }
    return scaled;
  }

  private static float[] mean(List<Example> examples, UnaryOperator<float[]> mirror) {
    float[] mean = new float[3 * Landmarks.COUNT];
    for (Example example : examples) {
      float[] image = mirror.apply(example.shape());
      for (int i = 0; i < mean.length; i++) {
        mean[i] += (example.shape()[i] + image[i]) / (2 * examples.size());
      }
    }
    float[] image = mirror.apply(mean);
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (mean[i] + image[i]) / 2;
    }
    return mean;
  }

  /** The mirror image of a shape or of displacements in the canonical frame. */
  private static float[] mirrored(float[] shape, int[] mirror) {
    float[] image = new float[shape.length];
    for (int p = 0; p < mirror.length; p++) {
      image[3 * p] = -shape[3 * mirror[p]];
      image[3 * p + 1] = shape[3 * mirror[p] + 1];
      image[3 * p + 2] = shape[3 * mirror[p] + 2];
    }
    return image;
  }

  /** The mirror image of coefficients. */
  private static float[] mirrored(float[] coefficients) {
    float[] image = new float[coefficients.length];
    for (Blendshape shape : Blendshape.values()) {
      image[shape.ordinal()] = coefficients[shape.mirrored().ordinal()];
    }
    return image;
  }

  /** How many inputs the regression has: each change alone, and with each feature of the face. */
  int inputs() {
    return changes.count() * (1 + faces.count());
  }

  /** The inputs: for each change its amount and its products with the features of the face. */
  double[] inputs(Example example) {
    double[] amounts = changes.project(example.change());
    double[] face = faces.project(FaceReader.difference(example.shape(), faceMean));
    double[] inputs = new double[inputs()];
    int at = 0;
    for (double amount : amounts) {
      inputs[at++] = amount;
      for (int k = 0; k < face.length; k++) {
        inputs[at++] = amount * limited(face[k] / faces.deviations()[k]);
      }
    }
    return inputs;
  }

  /** As {@code LinearMap} limits them. */
  private static double limited(double feature) {
    return Math.max(-2.5, Math.min(2.5, feature));
  }

  /** Whether an input is the same in the mirror; else it is the negative. */
  boolean evenInput(int input) {
    int feature = input % (1 + faces.count());
    boolean change = changes.even()[input / (1 + faces.count())];
    return feature == 0 ? change : change == faces.even()[feature - 1];
  }

  /** Whether an input is a product with a feature of the face. */
  boolean dependsOnFace(int input) {
    return input % (1 + faces.count()) != 0;
  }
}
