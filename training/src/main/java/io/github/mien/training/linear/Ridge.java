package io.github.mien.training.linear;

import io.github.mien.training.data.LinearSystem;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Sums of products of examples, from which weights follow for any penalty. Sums of some examples
 * can be taken off those of all.
 */
final class Ridge {
  private final LinearBases bases;
  private final INDArray gram;
  private final INDArray cross;
  private final double weight;

  private Ridge(LinearBases bases, INDArray gram, INDArray cross, double weight) {
    this.bases = bases;
    this.gram = gram;
    this.cross = cross;
    this.weight = weight;
  }

  static Ridge of(LinearBases bases, List<Example> examples) {
    double[][] x = new double[examples.size()][];
    double[][] y = new double[examples.size()][];
    double weight = 0;
    for (int i = 0; i < x.length; i++) {
      Example example = examples.get(i);
      double root = Math.sqrt(example.weight());
      x[i] = scaled(bases.inputs(example), root);
      y[i] = scaled(bases.outputs(example), root);
      weight += example.weight();
    }
    INDArray inputs = Nd4j.createFromArray(x);
    INDArray outputs = Nd4j.createFromArray(y);
    INDArray turned = inputs.transpose();
    return new Ridge(bases, turned.mmul(inputs), turned.mmul(outputs), weight);
  }

  private static double[] scaled(double[] numbers, double factor) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] *= factor;
    }
    return numbers;
  }

  /** The sums without those of other examples. */
  Ridge without(Ridge others) {
    return new Ridge(bases, gram.sub(others.gram), cross.sub(others.cross), weight - others.weight);
  }

  /**
   * The weights, a row for each input, a column for each output. Each block takes the changes that
   * move it, even outputs even inputs and odd ones odd: what examples and their mirror images
   * together would give.
   */
  double[][] solve(Penalty penalty) {
    double[][] weights = new double[bases.inputs()][bases.outputs()];
    for (Block block : Block.values()) {
      solve(penalty, block, true, weights);
      solve(penalty, block, false, weights);
    }
    return weights;
  }

  private void solve(Penalty penalty, Block block, boolean even, double[][] weights) {
    int[] in =
        IntStream.range(0, bases.inputs()).filter(i -> bases.moves(i, block, even)).toArray();
    int[] out =
        IntStream.range(0, bases.outputs())
            .filter(o -> bases.moved()[o] == block && bases.movements().even()[o] == even)
            .toArray();
    double[][] matrix = new double[in.length][in.length];
    double[][] right = new double[in.length][out.length];
    for (int i = 0; i < in.length; i++) {
      for (int j = 0; j < in.length; j++) {
        matrix[i][j] = gram.getDouble(in[i], in[j]);
      }
      for (int j = 0; j < out.length; j++) {
        right[i][j] = cross.getDouble(in[i], out[j]);
      }
      matrix[i][i] += weight * penalty.of(bases.dependsOnFace(in[i]));
    }
    double[][] solved = LinearSystem.solve(matrix, right);
    for (int i = 0; i < in.length; i++) {
      for (int j = 0; j < out.length; j++) {
        weights[in[i]][out[j]] = solved[i][j];
      }
    }
  }
}
