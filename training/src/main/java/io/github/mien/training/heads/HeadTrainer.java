package io.github.mien.training.heads;

import io.github.mien.expression.Blendshape;
import io.github.mien.training.data.RidgeRegression;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.eigen.Eigen;
import org.nd4j.linalg.factory.Nd4j;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains a head: ridge regression from features of zero mean and unit deviation, then the few
 * combinations of coefficients in which its answers vary most (reduced-rank regression, Izenman
 * 1975). The penalty is the one that does best on every fifth person, trained on the others.
 */
final class HeadTrainer {
  private static final Logger LOG = LoggerFactory.getLogger(HeadTrainer.class);
  private static final int OUT = Blendshape.COUNT;
  private static final int FOLDS = 5;
  private static final double[] PENALTIES = {0.0003, 0.003, 0.03, 0.3, 1, 3, 10};

  /** Long features get a lower rank, so that all heads together stay small. */
  private static final int LONG = 1000;

  private static final int RANK = 16;
  private static final int RANK_OF_LONG = 8;

  private HeadTrainer() {}

  static Head train(Examples examples) {
    Examples most = examples.of(person -> person % FOLDS != 0);
    Examples rest = examples.of(person -> person % FOLDS == 0);
    double least = Double.MAX_VALUE;
    double best = 0;
    RidgeRegression of = regression(most);
    for (double penalty : PENALTIES) {
      double error = head(of, most, penalty).error(rest);
      LOG.info("penalty {}: {}", penalty, "%.4f".formatted(error));
      if (error < least) {
        least = error;
        best = penalty;
      }
    }
    return head(regression(examples), examples, best);
  }

  private static RidgeRegression regression(Examples examples) {
    Standard standard = Standard.of(examples);
    RidgeRegression regression = new RidgeRegression(examples.length(), OUT);
    for (int i = 0; i < examples.size(); i++) {
      regression.add(standard.apply(examples.features(i)), examples.label(i));
    }
    return regression;
  }

  private static Head head(RidgeRegression regression, Examples examples, double penalty) {
    RidgeRegression.Solution solution = regression.solve(penalty);
    Standard standard = Standard.of(examples);
    int rank = Math.min(examples.length(), examples.length() > LONG ? RANK_OF_LONG : RANK);
    float[] outer = principal(solution, standard, examples, rank);
    float[] inner = new float[rank * examples.length()];
    for (int k = 0; k < rank; k++) {
      for (int o = 0; o < OUT; o++) {
        for (int i = 0; i < examples.length(); i++) {
          inner[k * examples.length() + i] +=
              outer[o * rank + k] * solution.weight()[o * examples.length() + i];
        }
      }
    }
    return standard.folded(inner, outer, solution.bias());
  }

  /** The directions of the coefficients in which answers vary most, [52, rank]. */
  private static float[] principal(
      RidgeRegression.Solution solution, Standard standard, Examples examples, int rank) {
    double[][] products = new double[OUT][OUT];
    for (int i = 0; i < examples.size(); i++) {
      float[] answer = answer(solution.weight(), standard.apply(examples.features(i)));
      for (int a = 0; a < OUT; a++) {
        for (int b = 0; b < OUT; b++) {
          products[a][b] += answer[a] * answer[b];
        }
      }
    }
    INDArray vectors = Nd4j.createFromArray(products);
    // Ascending; the matrix is replaced by the vectors.
    Eigen.symmetricGeneralizedEigenvalues(vectors);
    float[] outer = new float[OUT * rank];
    for (int o = 0; o < OUT; o++) {
      for (int k = 0; k < rank; k++) {
        outer[o * rank + k] = (float) vectors.getDouble(o, OUT - 1 - k);
      }
    }
    return outer;
  }

  private static float[] answer(float[] weight, float[] x) {
    float[] answer = new float[OUT];
    for (int o = 0; o < OUT; o++) {
      for (int i = 0; i < x.length; i++) {
        answer[o] += weight[o * x.length + i] * x[i];
      }
    }
    return answer;
  }
}
