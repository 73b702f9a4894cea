package io.github.mien.training.occlusion;

import io.github.mien.training.mask.MaskLoss;
import io.github.mien.training.net.Parameters;
import io.github.mien.training.run.Lesson;
import io.github.mien.training.run.Recipe;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Finding what is in front. The loss is the weighted cross entropy of each pixel and, so that small
 * things count, that of Dice.
 */
final class VisibilityLesson implements Lesson<VisibilityBatch> {
  static final Recipe RECIPE = Recipe.of(0.998, 0.03, 1e-4);
  private static final int BATCH = 12;
  private static final float DICE = 0.2f;

  private final OccludedFaces faces;
  private final VisibilityScore score;

  VisibilityLesson(OccludedFaces faces, VisibilityScore score) {
    this.faces = faces;
    this.score = score;
  }

  @Override
  public VisibilityBatch batch(long number) {
    return faces.batch(number, BATCH);
  }

  @Override
  public void initialise(Parameters parameters) {
    VisibilityNet.NET.initialise(parameters);
  }

  @Override
  public double learn(Parameters parameters, VisibilityBatch batch, double progress) {
    try (PointerScope scope = new PointerScope()) {
      int side = VisibilityBatch.SIDE;
      int n = batch.size();
      Tensor hidden = Tensor.create(batch.hidden(), n, 1, side, side);
      Tensor weight = Tensor.create(batch.weight(), n, 1, side, side);
      Tensor found = VisibilityNet.NET.train(parameters, batch.picture(), n);
      Tensor loss =
          MaskLoss.entropy(found, hidden, weight)
              .add(MaskLoss.dice(found.sigmoid(), hidden, weight).mul(new Scalar(DICE)));
      loss.backward();
      return loss.item_float();
    }
  }

  @Override
  public byte[] toOnnx(Parameters parameters) {
    return VisibilityNet.NET.toOnnx(parameters);
  }

  @Override
  public String score(Parameters parameters) {
    return score.measure(parameters);
  }
}
