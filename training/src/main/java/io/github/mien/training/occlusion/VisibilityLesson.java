package io.github.mien.training.occlusion;

import io.github.mien.training.net.MaskLoss;
import io.github.mien.training.net.Parameters;
import io.github.mien.training.net.TorchLayers;
import io.github.mien.training.run.Lesson;
import io.github.mien.training.run.Recipe;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

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
    try (PointerScope scope = new PointerScope()) {
      TorchLayers layers = new TorchLayers(parameters, TorchLayers.Mode.EVALUATE);
      VisibilityNet.run(layers, torch.zeros(1, 3, 32, 32));
    }
  }

  @Override
  public double learn(Parameters parameters, VisibilityBatch batch, double progress) {
    try (PointerScope scope = new PointerScope()) {
      TorchLayers layers = new TorchLayers(parameters, TorchLayers.Mode.TRAIN_BF16);
      int side = VisibilityBatch.SIDE;
      int n = batch.size();
      Tensor picture = Tensor.create(batch.picture(), n, 3, side, side);
      Tensor hidden = Tensor.create(batch.hidden(), n, 1, side, side);
      Tensor weight = Tensor.create(batch.weight(), n, 1, side, side);
      Tensor found = VisibilityNet.run(layers, picture).to(torch.ScalarType.Float);
      Tensor loss =
          MaskLoss.entropy(found, hidden, weight)
              .add(MaskLoss.dice(found.sigmoid(), hidden, weight).mul(new Scalar(DICE)));
      loss.backward();
      return loss.item_float();
    }
  }

  @Override
  public byte[] toOnnx(Parameters parameters) {
    return VisibilityExport.toOnnx(parameters);
  }

  @Override
  public String score(Parameters parameters) {
    return score.measure(parameters);
  }
}
