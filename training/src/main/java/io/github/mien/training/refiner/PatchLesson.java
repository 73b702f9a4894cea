package io.github.mien.training.refiner;

import io.github.mien.face.FacePatch;
import io.github.mien.training.net.Parameters;
import io.github.mien.training.net.TorchLayers;
import io.github.mien.training.run.Lesson;
import io.github.mien.training.run.Recipe;
import java.util.Objects;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/** Reading the points of a part again; it starts half-way between what is seen and was known. */
final class PatchLesson implements Lesson<PatchBatch> {
  static final Recipe RECIPE =
      Recipe.of(0.998, 0.02, 0.03)
          .withDecays(name -> name.endsWith(".weight") && !name.startsWith("fuse"));

  /** Samples of a step. */
  static final int BATCH = 32;

  private final PatchedPart part;
  private final PatchSamples samples;

  PatchLesson(PatchedPart part, PatchSamples samples) {
    this.part = part;
    this.samples = samples;
  }

  @Override
  public PatchBatch batch(long number) {
    return samples.batch(number * BATCH, BATCH);
  }

  @Override
  public void initialise(Parameters parameters) {
    try (PointerScope scope = new PointerScope()) {
      TorchLayers layers = new TorchLayers(parameters, TorchLayers.Mode.EVALUATE);
      run(layers, PatchBatch.create(1, part.points()));
    }
    int in = part.net().inputs(), out = part.net().outputs();
    float[] weight = new float[out * in];
    for (int i = 0; i < out; i++) {
      weight[i * in + i] = 0.5f;
      weight[i * in + out + i] = 0.5f;
    }
    Parameters.write(weight, Objects.requireNonNull(parameters.trained().get("fuse.weight")));
  }

  @Override
  public double learn(Parameters parameters, PatchBatch batch, double progress) {
    try (PointerScope scope = new PointerScope()) {
      TorchLayers layers = new TorchLayers(parameters, TorchLayers.Mode.TRAIN);
      Tensor value = PatchLoss.of(run(layers, batch), batch, part.points());
      value.backward();
      return value.item_float();
    }
  }

  private PatchNet.Heads<Tensor> run(TorchLayers layers, PatchBatch batch) {
    int n = batch.size();
    Tensor images = Tensor.create(batch.images(), n, 3, FacePatch.HEIGHT, FacePatch.WIDTH);
    Tensor known = Tensor.create(batch.known(), n, part.net().outputs());
    return part.net().run(layers, images, known);
  }

  @Override
  public byte[] toOnnx(Parameters parameters) {
    return PatchExport.toOnnx(parameters, part);
  }

  /** Patches tell nothing by themselves: the report of the landmarker measures them in place. */
  @Override
  public String score(Parameters parameters) {
    return "see landmarker-report";
  }
}
