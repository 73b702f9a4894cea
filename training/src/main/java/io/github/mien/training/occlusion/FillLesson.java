package io.github.mien.training.occlusion;

import io.github.mien.model.ModelStore;
import io.github.mien.reconstruct.RenderMaps;
import io.github.mien.training.net.Parameters;
import io.github.mien.training.net.TorchLayers;
import io.github.mien.training.render.RenderExport;
import io.github.mien.training.render.RenderNet;
import io.github.mien.training.run.Lesson;
import io.github.mien.training.run.Recipe;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Painting faces where holes are; it starts by painting nothing over smooth colours. */
final class FillLesson implements Lesson<FillBatch> {
  static final Recipe RECIPE = Recipe.of(0.995, 0.03, 1e-4);
  private static final int BATCH = 6;

  private final HoledFaces faces;
  private final FillScore score;
  private final Parameters renderer;

  /**
   * @param renderer what the renderer has learnt, of which the last layer is forgotten; may be
   *     empty
   */
  FillLesson(HoledFaces faces, FillScore score, Parameters renderer) {
    this.faces = faces;
    this.score = score;
    this.renderer = renderer;
  }

  @Override
  public FillBatch batch(long number) {
    return faces.batch(number, BATCH);
  }

  @Override
  public void initialise(Parameters parameters) {
    parameters.copyFrom(renderer);
    try (PointerScope scope = new PointerScope();
        AutoGradMode off = new AutoGradMode(false)) {
      RenderNet.run(
          new TorchLayers(parameters, TorchLayers.Mode.EVALUATE),
          torch.zeros(1, 3, 32, 32),
          torch.ones(1, 1, 32, 32),
          torch.zeros(1, RenderMaps.COUNT, 16, 16));
    }
    RenderNet.startStill(parameters);
  }

  @Override
  public double learn(Parameters parameters, FillBatch batch, double progress) {
    try (PointerScope scope = new PointerScope()) {
      Tensor loss = FillLoss.of(batch, new TorchLayers(parameters, TorchLayers.Mode.TRAIN_BF16));
      loss.backward();
      return loss.item_float();
    }
  }

  @Override
  public byte[] toOnnx(Parameters parameters) {
    return RenderExport.toOnnx(ModelStore.FILL, parameters);
  }

  @Override
  public String score(Parameters parameters) {
    return score.measure(parameters);
  }
}
