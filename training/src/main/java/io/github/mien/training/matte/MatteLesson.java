package io.github.mien.training.matte;

import io.github.mien.training.mask.MaskLoss;
import io.github.mien.training.net.Parameters;
import io.github.mien.training.run.Lesson;
import io.github.mien.training.run.Recipe;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Telling people from what is behind them. The loss is the cross entropy of each pixel's alpha and
 * the error of the differences between neighbours.
 */
final class MatteLesson implements Lesson<MatteBatch> {
  static final Recipe RECIPE = Recipe.of(0.998, 0.03, 1e-4);
  private static final int BATCH = 16;
  private static final float SLOPES = 1;

  private final MatteSamples samples;
  private final MatteScore score;

  MatteLesson(MatteSamples samples, MatteScore score) {
    this.samples = samples;
    this.score = score;
  }

  @Override
  public MatteBatch batch(long number) {
    return samples.batch(number, BATCH);
  }

  @Override
  public void initialise(Parameters parameters) {
    MatteNet.NET.initialise(parameters);
  }

  @Override
  public double learn(Parameters parameters, MatteBatch batch, double progress) {
    try (PointerScope scope = new PointerScope()) {
      int side = MatteBatch.SIDE;
      int n = batch.size();
      Tensor alpha = Tensor.create(batch.alpha(), n, 1, side, side);
      Tensor found = MatteNet.NET.train(parameters, batch.picture(), n);
      Tensor all = torch.ones_like(alpha);
      Tensor loss =
          MaskLoss.entropy(found, alpha, all)
              .add(slopes(found.sigmoid(), alpha).mul(new Scalar(SLOPES)));
      loss.backward();
      return loss.item_float();
    }
  }

  /** Mean error of the differences between neighbours, which makes edges sharp. */
  private static Tensor slopes(Tensor found, Tensor alpha) {
    Tensor error = found.sub(alpha);
    Tensor total = torch.zeros(1);
    for (long dimension = 2; dimension < 4; dimension++) {
      long length = error.size(dimension) - 1;
      Tensor slope =
          error.narrow(dimension, 1, length).sub(error.narrow(dimension, 0, length)).abs();
      total = total.add(slope.mean());
    }
    return total.sum();
  }

  @Override
  public byte[] toOnnx(Parameters parameters) {
    return MatteNet.NET.toOnnx(parameters);
  }

  @Override
  public String score(Parameters parameters) {
    return score.measure(parameters);
  }
}
