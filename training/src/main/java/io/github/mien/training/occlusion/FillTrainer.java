package io.github.mien.training.occlusion;

import io.github.mien.reconstruct.RenderMaps;
import io.github.mien.training.net.AdamW;
import io.github.mien.training.net.CosineRate;
import io.github.mien.training.net.MovingAverage;
import io.github.mien.training.net.Parameters;
import io.github.mien.training.net.Prefetch;
import io.github.mien.training.net.TorchLayers;
import io.github.mien.training.render.RenderNet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains for a given time and leaves checkpoints. The network starts by painting nothing over
 * smooth colours. The rate follows the clock, so that it always comes to its end.
 */
final class FillTrainer {
  private static final Logger LOG = LoggerFactory.getLogger(FillTrainer.class);
  private static final int BATCH = 6;
  private static final double AVERAGE = 0.995;
  private static final double WARMUP = 0.03;
  private static final double END_RATE = 1e-5;
  private static final double DECAY = 1e-4;
  private static final double REPORT_SECONDS = 240;

  private final HoledFaces faces;
  private final FillScore score;
  private final Path folder;
  private final Parameters parameters = new Parameters();
  private final Parameters average = new Parameters();

  /**
   * @param folder for checkpoints and interim models
   */
  FillTrainer(HoledFaces faces, FillScore score, Path folder) {
    this.faces = faces;
    this.score = score;
    this.folder = folder;
  }

  /**
   * Trains.
   *
   * @param start checkpoint of this network, to go on from
   * @param renderer checkpoint of the renderer, whose last layer is forgotten
   * @param seconds how long; 0 writes the model of the checkpoint that was started from
   * @param peak highest rate
   */
  void train(@Nullable Path start, @Nullable Path renderer, double seconds, double peak)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    makeParameters(start, renderer);
    LOG.info("{} parameters", parameters.count());
    AdamW optimiser =
        new AdamW(parameters, new Parameters(), DECAY, name -> name.endsWith("weight"));
    MovingAverage averages = new MovingAverage(parameters, average, AVERAGE);
    CosineRate rate = new CosineRate(peak, END_RATE, WARMUP);
    TorchLayers net = new TorchLayers(parameters, TorchLayers.Mode.TRAIN_BF16);
    long begin = System.nanoTime();
    double reported = 0, losses = 0;
    int steps = 0;
    try (Prefetch<FillBatch> batches =
        new Prefetch<>(n -> faces.batch(n, BATCH), Math.round(1e6 * seconds))) {
      for (long step = 1; ; step++) {
        double now = (System.nanoTime() - begin) / 1e9;
        if (now >= seconds) {
          break;
        }
        losses += step(batches.take(), net);
        optimiser.step(step, rate.at(now / seconds));
        averages.update(step);
        steps++;
        if (now - reported > REPORT_SECONDS) {
          String loss = "%.5f".formatted(losses / steps);
          LOG.info("step {}, {} s, loss {}, {}", step, Math.round(now), loss, checkpoint());
          reported = now;
          losses = 0;
          steps = 0;
        }
      }
    }
    if (average.count() == 0) {
      average.copyFrom(parameters);
    }
    LOG.info("end: {}", checkpoint());
  }

  private static double step(FillBatch batch, TorchLayers net) {
    try (PointerScope scope = new PointerScope()) {
      Tensor loss = FillLoss.of(batch, net);
      loss.backward();
      return loss.item_float();
    }
  }

  private void makeParameters(@Nullable Path start, @Nullable Path renderer) throws IOException {
    if (start != null) {
      parameters.load(start);
      return;
    }
    if (renderer != null) {
      parameters.load(renderer);
    }
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

  /** Saves what there is and says how good it is. */
  private String checkpoint() throws IOException {
    average.save(folder.resolve("fill.ckpt"));
    Files.write(folder.resolve("fill.onnx"), FillExport.toOnnx(average));
    return score.measure(average);
  }
}
