package io.github.mien.training.refiner;

import io.github.mien.face.FacePatch;
import io.github.mien.training.net.AdamW;
import io.github.mien.training.net.CosineRate;
import io.github.mien.training.net.MovingAverage;
import io.github.mien.training.net.Parameters;
import io.github.mien.training.net.Prefetch;
import io.github.mien.training.net.TorchLayers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Trains the network of a part and leaves checkpoints and models. */
final class PatchTrainer {
  private static final Logger LOG = LoggerFactory.getLogger(PatchTrainer.class);
  private static final int BATCH = 32;
  private static final double DECAY = 0.03;
  private static final double AVERAGE = 0.998;
  private static final int REPORTS = 20;

  private final PatchedPart part;
  private final PatchSamples samples;
  private final Path folder;
  private final Parameters parameters = new Parameters();
  private final Parameters average = new Parameters();

  /**
   * @param folder for checkpoints and models
   */
  PatchTrainer(PatchedPart part, PatchSamples samples, Path folder) {
    this.part = part;
    this.samples = samples;
    this.folder = folder;
  }

  /** Starts from a checkpoint's averages instead of from nothing. */
  void startFrom(Path checkpoint) throws IOException {
    parameters.load(checkpoint);
  }

  /**
   * Trains on so many samples.
   *
   * @param peak highest rate
   */
  void train(long count, double peak) throws IOException, InterruptedException {
    if (parameters.count() == 0) {
      makeParameters();
    }
    LOG.info("{}: {} parameters", part.model(), parameters.count());
    AdamW optimiser =
        new AdamW(
            parameters,
            new Parameters(),
            DECAY,
            name -> name.endsWith(".weight") && !name.startsWith("fuse"));
    MovingAverage averages = new MovingAverage(parameters, average, AVERAGE);
    CosineRate rate = new CosineRate(peak, 1e-5, 0.02);
    long steps = Math.max(1, count / BATCH);
    long every = Math.max(1, steps / REPORTS);
    double loss = 0;
    try (Prefetch<PatchBatch> batches = new Prefetch<>(n -> samples.batch(n * BATCH, BATCH), 0)) {
      for (long step = 1; step <= steps; step++) {
        loss += step(batches.take());
        optimiser.step(step, rate.at((double) step / steps));
        averages.update(step);
        if (step % every == 0) {
          LOG.info("{}: step {} of {}, loss {}", part.model(), step, steps, loss / every);
          loss = 0;
          save();
        }
      }
    }
    save();
  }

  private double step(PatchBatch batch) {
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

  /** The last layer starts half-way between what is seen and what was known. */
  private void makeParameters() {
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

  private void save() throws IOException {
    average.save(folder.resolve(part.model() + ".ckpt"));
    Files.write(folder.resolve(part.model() + ".onnx"), PatchExport.toOnnx(average, part));
  }
}
