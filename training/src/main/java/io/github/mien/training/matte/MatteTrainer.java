package io.github.mien.training.matte;

import io.github.mien.training.net.AdamW;
import io.github.mien.training.net.CosineRate;
import io.github.mien.training.net.MaskLoss;
import io.github.mien.training.net.MovingAverage;
import io.github.mien.training.net.Parameters;
import io.github.mien.training.net.Prefetch;
import io.github.mien.training.net.TorchLayers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains for a given time and leaves checkpoints. The loss is the cross entropy of each pixel's
 * alpha and the error of the differences between neighbours. The rate follows the clock, so that it
 * always comes to its end.
 */
final class MatteTrainer {
  private static final Logger LOG = LoggerFactory.getLogger(MatteTrainer.class);
  private static final int BATCH = 16;
  private static final double AVERAGE = 0.998;
  private static final double WARMUP = 0.03;
  private static final double END_RATE = 1e-5;
  private static final double DECAY = 1e-4;
  private static final double REPORT_SECONDS = 120;
  private static final float SLOPES = 1;

  private final MatteSamples samples;
  private final MatteScore score;
  private final Path folder;
  private final Parameters parameters = new Parameters();
  private final Parameters average = new Parameters();

  /**
   * @param folder for checkpoints and interim models
   */
  MatteTrainer(MatteSamples samples, MatteScore score, Path folder) {
    this.samples = samples;
    this.score = score;
    this.folder = folder;
  }

  /** Starts from a checkpoint. */
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
    makeParameters();
    LOG.info("{} parameters, {} samples", parameters.count(), samples.count());
    AdamW optimiser =
        new AdamW(parameters, new Parameters(), DECAY, name -> name.endsWith("weight"));
    MovingAverage averages = new MovingAverage(parameters, average, AVERAGE);
    CosineRate rate = new CosineRate(peak, END_RATE, WARMUP);
    long start = System.nanoTime();
    double reported = 0;
    double lossSum = 0;
    long stepsSince = 0;
    try (Prefetch<MatteBatch> batches =
        new Prefetch<>(n -> samples.batch(n, BATCH), Math.round(1e6 * seconds))) {
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
          String loss = "%.5f".formatted(lossSum / stepsSince);
          LOG.info("step {}, {} s, loss {}, {}", step, Math.round(now), loss, checkpoint());
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
    average.save(folder.resolve("matte.ckpt"));
    Files.write(folder.resolve("matte.onnx"), MatteExport.toOnnx(average));
    return score.measure(average);
  }

  private double step(MatteBatch batch) {
    try (PointerScope scope = new PointerScope()) {
      TorchLayers layers = new TorchLayers(parameters, TorchLayers.Mode.TRAIN_BF16);
      int side = MatteBatch.SIDE;
      int n = batch.size();
      Tensor picture = Tensor.create(batch.picture(), n, 3, side, side);
      Tensor alpha = Tensor.create(batch.alpha(), n, 1, side, side);
      Tensor found = MatteNet.NET.run(layers, picture).to(torch.ScalarType.Float);
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

  private void makeParameters() {
    if (parameters.count() > 0) {
      return;
    }
    try (PointerScope scope = new PointerScope()) {
      TorchLayers layers = new TorchLayers(parameters, TorchLayers.Mode.EVALUATE);
      MatteNet.NET.run(layers, torch.zeros(1, 3, MatteNet.NET.stride(), MatteNet.NET.stride()));
    }
  }
}
