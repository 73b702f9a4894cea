package io.github.mien.training.data;

import io.github.mien.expression.Blendshape;
import java.util.ArrayList;
import java.util.List;

/** How far coefficients are from their labels, name by name. */
public final class CoefficientError {
  /** Names that vary less among the labels say nothing. */
  private static final double LEAST_DEVIATION = 0.01;

  private final List<float[]> read = new ArrayList<>();
  private final List<float[]> labels = new ArrayList<>();

  /**
   * @param coefficients as read
   * @param label 51 or more in the same order
   */
  public void add(float[] coefficients, float[] label) {
    read.add(coefficients);
    labels.add(label);
  }

  /** Whether the labels vary in a name. */
  public boolean varies(Blendshape shape) {
    return shape != Blendshape.TONGUE_OUT && deviation(shape) >= LEAST_DEVIATION;
  }

  /** Standard deviation of the labels. */
  public double deviation(Blendshape shape) {
    return Math.sqrt(covariance(labels, labels, shape));
  }

  public double meanAbsolute(Blendshape shape) {
    double sum = 0;
    for (int i = 0; i < read.size(); i++) {
      sum += Math.abs(read.get(i)[shape.ordinal()] - labels.get(i)[shape.ordinal()]);
    }
    return sum / read.size();
  }

  public double correlation(Blendshape shape) {
    return covariance(read, labels, shape)
        / Math.sqrt(covariance(read, read, shape) * covariance(labels, labels, shape));
  }

  /** Over the names in which the labels vary. */
  public double meanAbsolute() {
    double sum = 0;
    int count = 0;
    for (Blendshape shape : Blendshape.values()) {
      if (varies(shape)) {
        sum += meanAbsolute(shape);
        count++;
      }
    }
    return sum / count;
  }

  private static double covariance(List<float[]> a, List<float[]> b, Blendshape shape) {
    int k = shape.ordinal();
    double meanA = 0, meanB = 0, product = 0;
    int n = a.size();
    for (int i = 0; i < n; i++) {
      meanA += a.get(i)[k] / n;
      meanB += b.get(i)[k] / n;
    }
    for (int i = 0; i < n; i++) {
      product += (a.get(i)[k] - meanA) * (b.get(i)[k] - meanB) / n;
    }
    return product;
  }
}
