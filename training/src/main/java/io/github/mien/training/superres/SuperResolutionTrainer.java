package io.github.mien.training.superres;

import io.github.mien.training.net.AdamW;
import io.github.mien.training.net.CosineRate;
import io.github.mien.training.net.MovingAverage;
import io.github.mien.training.net.Parameters;
import io.github.mien.training.net.Prefetch;
import io.github.mien.training.net.TorchLayers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains for a given time and leaves checkpoints. The loss is the mean absolute difference of the
 * levels, away from the border of the squares, where the network sees no surroundings. The rate
 * follows the clock, so that it always comes to its end.
 */
final class SuperResolutionTrainer {
  private static final Logger LOG = LoggerFactory.getLogger(SuperResolutionTrainer.class);
  private static final int BATCH = 8;
  private static final double AVERAGE = 0.998;
  private static final double WARMUP = 0.02;
  private static final double END_RATE = 1e-5;
  private static final double REPORT_SECONDS = 150;

  /** Pixels of the large squares' border that are not compared. */
  private static final int BORDER = 4 * SuperResolutionNet.FACTOR;

  private final FacePatches patches;
  private final FaceValidation validation;
  private final Path folder;
  private final Parameters parameters = new Parameters();
  private final Parameters average = new Parameters();

  /**
   * @param folder for checkpoints and interim models
   */
  SuperResolutionTrainer(FacePatches patches, FaceValidation validation, Path folder) {
    this.patches = patches;
    this.validation = validation;
    this.folder = folder;
  }

  /** Starts from a checkpoint instead of from bicubic interpolation. */
  void startFrom(Path checkpoint) throws IOException {
    parameters.load(checkpoint);
  }

  /**
   * Trains.
   *
   * @param seconds how long; 0 writes the model of the checkpoint that was started from
   * @param peak highest rate
   */
  void train(double seconds, double peak) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    if (parameters.count() == 0) {
      makeParameters();
    }
    LOG.info("{} parameters, {} photos at all sizes", parameters.count(), patches.count());
    AdamW optimiser = new AdamW(parameters, new Parameters(), 0, name -> false);
    MovingAverage averages = new MovingAverage(parameters, average, AVERAGE);
    CosineRate rate = new CosineRate(peak, END_RATE, WARMUP);
    long start = System.nanoTime();
    double reported = 0;
    double lossSum = 0;
    long stepsSince = 0;
    try (Prefetch<FacePatches.Batch> batches =
        new Prefetch<>(n -> patches.batch(n, BATCH), Math.round(1e6 * seconds))) {
      for (long step = 1; ; step++) {
        double now = (System.nanoTime() - start) / 1e9;
        if (now >= seconds) {
          break;
        }
        lossSum += step(batches.take());
        optimiser.step(step, rate.at(now / seconds));
        averages.update(step);
        stepsSince++;
        if (now - reported > REPORT_SECONDS) {
          LOG.info(
              "step {}, {} s, loss {}, {}",
              step,
              Math.round(now),
              "%.5f".formatted(lossSum / stepsSince),
              checkpoint());
          reported = now;
          lossSum = 0;
          stepsSince = 0;
        }
      }
    }
    if (average.count() == 0) {
      average.copyFrom(parameters);
    }
    LOG.info("end: {}", checkpoint());
  }

  /** Saves what there is and says how good it is. */
  private String checkpoint() throws IOException {
    average.save(folder.resolve("superres-x4.ckpt"));
    Files.write(folder.resolve("superres-x4.onnx"), SuperResolutionExport.toOnnx(average));
    double[] psnr = validation.measure(average);
    return "PSNR of bicubic %.3f dB, of the network %.3f dB".formatted(psnr[0], psnr[1]);
  }

  private double step(FacePatches.Batch batch) {
    try (PointerScope scope = new PointerScope()) {
      TorchLayers body = new TorchLayers(parameters, TorchLayers.Mode.TRAIN_BF16);
      TorchLayers plain = new TorchLayers(parameters, TorchLayers.Mode.TRAIN);
      int small = FacePatches.SMALL;
      int large = FacePatches.LARGE;
      Tensor x = Tensor.create(batch.small(), batch.size(), 3, small, small);
      Tensor truth = Tensor.create(batch.large(), batch.size(), 3, large, large);
      Tensor difference = SuperResolutionNet.run(body, plain, x).sub(truth);
      int inner = large - 2 * BORDER;
      Tensor loss = difference.narrow(2, BORDER, inner).narrow(3, BORDER, inner).abs().mean();
      loss.backward();
      return loss.item_float();
    }
  }

  private void makeParameters() {
    try (PointerScope scope = new PointerScope()) {
      TorchLayers layers = new TorchLayers(parameters, TorchLayers.Mode.EVALUATE);
      SuperResolutionNet.run(layers, layers, torch.zeros(1, 3, 8, 8));
    }
    SuperResolutionNet.startAsBicubic(parameters);
  }
}
