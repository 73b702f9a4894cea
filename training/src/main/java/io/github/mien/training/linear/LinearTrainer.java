package io.github.mien.training.linear;

import io.github.mien.expression.Blendshape;
import io.github.mien.face.Landmarks;
import io.github.mien.training.data.ArrayFile;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ridge regression of movements on changes and faces. The penalties are those that do best on every
 * fifth person's photos, trained on the others.
 */
final class LinearTrainer {
  private static final Logger LOG = LoggerFactory.getLogger(LinearTrainer.class);
  private static final int FOLDS = 5;
  private static final double[] CHANGE_PENALTIES = {1e-6, 1e-5, 1e-4, 1e-3};
  private static final double[] FACE_PENALTIES = {1e-2, 1e-1, 1, 10};

  private final LinearBases bases;

  LinearTrainer(LinearBases bases) {
    this.bases = bases;
  }

  /**
   * Trains on all.
   *
   * @param photographed examples on which penalties are chosen
   * @param generated further examples
   * @return weights, a row for each input
   */
  double[][] train(List<Example> photographed, List<Example> generated) {
    List<Example> all = new ArrayList<>(photographed);
    all.addAll(generated);
    Ridge whole = Ridge.of(bases, all);
    return whole.solve(best(whole, photographed));
  }

  private Penalty best(Ridge whole, List<Example> photographed) {
    List<String> people = photographed.stream().map(Example::person).distinct().toList();
    List<List<Example>> left = new ArrayList<>();
    List<Ridge> kept = new ArrayList<>();
    for (int fold = 0; fold < Math.min(FOLDS, people.size()); fold++) {
      int each = fold;
      List<Example> out =
          photographed.stream().filter(e -> people.indexOf(e.person()) % FOLDS == each).toList();
      left.add(out);
      kept.add(whole.without(Ridge.of(bases, out)));
    }
    Penalty best = new Penalty(CHANGE_PENALTIES[0], FACE_PENALTIES[FACE_PENALTIES.length - 1]);
    double least = Double.MAX_VALUE;
    for (double change : CHANGE_PENALTIES) {
      for (double face : FACE_PENALTIES) {
        Penalty penalty = new Penalty(change, face);
        double error = 0;
        for (int fold = 0; fold < left.size(); fold++) {
          error += error(kept.get(fold).solve(penalty), left.get(fold)) / left.size();
        }
        LOG.info("{}: {} of the movement is missed", penalty, "%.4f".formatted(error));
        if (error < least) {
          least = error;
          best = penalty;
        }
      }
    }
    return best;
  }

  /** Root of the mean square of what is missed, relative to that of movements. */
  private double error(double[][] weights, List<Example> examples) {
    double missed = 0;
    double moved = 0;
    for (Example example : examples) {
      double[] x = bases.inputs(example);
      double[] y = bases.outputs(example);
      for (int o = 0; o < y.length; o++) {
        double left = y[o];
        for (int i = 0; i < x.length; i++) {
          left -= weights[i][o] * x[i];
        }
        missed += left * left;
        moved += y[o] * y[o];
      }
    }
    return Math.sqrt(missed / moved);
  }

  /** The file that {@code LinearTransfer} reads. */
  byte[] toBytes(double[][] weights) {
    int m = bases.changes().count();
    int k = bases.faces().count();
    int n = bases.movements().count();
    float[] bias = new float[m * n];
    float[] weight = new float[m * k * n];
    for (int i = 0; i < weights.length; i++) {
      int change = i / (1 + k);
      int feature = i % (1 + k) - 1;
      for (int o = 0; o < n; o++) {
        float w = (float) weights[i][o];
        if (feature < 0) {
          bias[change * n + o] = w;
        } else {
          weight[(change * k + feature) * n + o] = w;
        }
      }
    }
    float[] face = bases.faces().flat();
    for (int i = 0; i < face.length; i++) {
      face[i] /= bases.faces().deviations()[i / bases.faces().length()];
    }
    ArrayFile file = new ArrayFile();
    file.steps("change.basis", bases.changes().flat(), m, Blendshape.COUNT);
    file.steps("face.mean", bases.faceMean(), Landmarks.COUNT, 3);
    file.steps("face.basis", face, k, Landmarks.COUNT, 3);
    file.steps("movement.basis", bases.movements().flat(), n, Landmarks.COUNT, 3);
    file.steps("weight", weight, m, k, n);
    file.steps("bias", bias, m, n);
    return file.toBytes();
  }
}
