package io.github.mien.training.landmarker;

import io.github.mien.training.net.Parameters;
import io.github.mien.training.net.TorchLayers;
import io.github.mien.training.run.Lesson;
import io.github.mien.training.run.Recipe;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/** Finding the points of a face; the derived ones start where a regression puts them. */
final class LandmarkLesson implements Lesson<Batch> {
  static final Recipe RECIPE =
      Recipe.of(0.998, 0.02, 0.03)
          .withDecays(name -> name.endsWith(".weight") && !name.startsWith("rest"))
          .withFactors(name -> name.startsWith("rest") ? 0.1 : 1);

  /** Samples of a step. */
  static final int BATCH = 32;

  private final SampleMaker samples;
  private final LandmarkValidation validation;
  private final LandmarkLoss loss = new LandmarkLoss();

  LandmarkLesson(SampleMaker samples, LandmarkValidation validation) {
    this.samples = samples;
    this.validation = validation;
  }

  @Override
  public Batch batch(long number) {
    return samples.batch(number * BATCH, BATCH);
  }

  @Override
  public void initialise(Parameters parameters) {
    try (PointerScope scope = new PointerScope()) {
      TorchLayers layers = new TorchLayers(parameters, TorchLayers.Mode.EVALUATE);
      int size = LandmarkNet.SIZE;
      LandmarkNet.run(layers, Tensor.create(new float[3 * size * size], 1, 3, size, size));
    }
    RestStart.write(samples, parameters);
  }

  @Override
  public double learn(Parameters parameters, Batch batch, double progress) {
    try (PointerScope scope = new PointerScope()) {
      TorchLayers layers = new TorchLayers(parameters, TorchLayers.Mode.TRAIN);
      int size = LandmarkNet.SIZE;
      Tensor x = Tensor.create(batch.images(), batch.size(), 3, size, size);
      Tensor value = loss.of(LandmarkNet.run(layers, x), batch);
      value.backward();
      return value.item_float();
    }
  }

  @Override
  public byte[] toOnnx(Parameters parameters) {
    return LandmarkExport.toOnnx(parameters);
  }

  @Override
  public String score(Parameters parameters) {
    return "all / lips / lids / irises / brows " + validation.measure(parameters);
  }
}
