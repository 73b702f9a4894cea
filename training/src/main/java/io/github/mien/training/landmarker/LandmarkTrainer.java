package io.github.mien.training.landmarker;

import io.github.mien.training.net.AdamW;
import io.github.mien.training.net.CosineRate;
import io.github.mien.training.net.MovingAverage;
import io.github.mien.training.net.Parameters;
import io.github.mien.training.net.Prefetch;
import io.github.mien.training.net.TorchLayers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains for a given time or number of samples, whichever is used up first, and leaves checkpoints.
 * The rate follows the clock where time is the limit, so that it always comes to its end.
 */
final class LandmarkTrainer {
  private static final Logger LOG = LoggerFactory.getLogger(LandmarkTrainer.class);
  private static final int BATCH = 32;
  private static final double DECAY = 0.03;
  private static final double AVERAGE = 0.998;
  private static final double WARMUP = 0.02;

  /**
   * How long and how fast.
   *
   * @param samples at most
   * @param seconds at most
   * @param peak highest rate
   * @param end last rate
   * @param reportSeconds between two validations
   */
  record Schedule(long samples, double seconds, double peak, double end, double reportSeconds) {}

  private final SampleMaker samples;
  private final Schedule schedule;
  private final Path folder;
  private final Function<Parameters, LandmarkError> validation;
  private final Parameters parameters = new Parameters();
  private final Parameters moments = new Parameters();
  private final Parameters average = new Parameters();

  /**
   * @param folder for checkpoints and interim models
   * @param validation measures a network
   */
  LandmarkTrainer(
      SampleMaker samples,
      Schedule schedule,
      Path folder,
      Function<Parameters, LandmarkError> validation) {
    this.samples = samples;
    this.schedule = schedule;
    this.folder = folder;
    this.validation = validation;
  }

  /** Starts from a checkpoint's averages instead of from nothing. */
  void startFrom(Path checkpoint) throws IOException {
    parameters.load(checkpoint);
  }

  /** Trains and returns the averaged parameters. */
  Parameters train() throws IOException, InterruptedException {
    Files.createDirectories(folder);
    if (parameters.count() == 0) {
      makeParameters();
      RestStart.write(samples, parameters);
    }
    LOG.info("{} parameters", parameters.count());
    AdamW optimiser =
        new AdamW(
            parameters,
            moments,
            DECAY,
            name -> name.endsWith(".weight") && !name.startsWith("rest"),
            name -> name.startsWith("rest") ? 0.1 : 1);
    MovingAverage averages = new MovingAverage(parameters, average, AVERAGE);
    CosineRate rate = new CosineRate(schedule.peak(), schedule.end(), WARMUP);
    LandmarkLoss loss = new LandmarkLoss();
    long start = System.nanoTime();
    double reported = 0;
    double lossSum = 0;
    double waited = 0;
    long stepsSince = 0;
    try (Prefetch<Batch> batches = new Prefetch<>(n -> samples.batch(n * BATCH, BATCH), 0)) {
      for (long step = 1; ; step++) {
        double seconds = (System.nanoTime() - start) / 1e9;
        double progress =
            Math.max(seconds / schedule.seconds(), (double) step * BATCH / schedule.samples());
        if (progress >= 1) {
          break;
        }
        long before = System.nanoTime();
        Batch batch = batches.take();
        waited += (System.nanoTime() - before) / 1e9;
        lossSum += step(batch, loss);
        optimiser.step(step, rate.at(progress));
        averages.update(step);
        stepsSince++;
        if (seconds - reported > schedule.reportSeconds()) {
          String speed =
              "%.1f samples/s, waited %.0f %%"
                  .formatted(
                      stepsSince * BATCH / (seconds - reported),
                      100 * waited / (seconds - reported));
          LOG.info(
              "step {}, {} s, rate {}, loss {}, {}; all / lips / lids / irises / brows {}",
              step,
              Math.round(seconds),
              "%.2e".formatted(rate.at(progress)),
              "%.4f".formatted(lossSum / stepsSince),
              speed,
              checkpoint());
          reported = seconds;
          lossSum = 0;
          waited = 0;
          stepsSince = 0;
        }
      }
    }
    if (average.count() == 0) {
      average.copyFrom(parameters);
    }
    LOG.info("end: {}", checkpoint());
    return average;
  }

  private LandmarkError checkpoint() throws IOException {
    average.save(folder.resolve("landmarker.ckpt"));
    Files.write(folder.resolve("landmarker.onnx"), LandmarkExport.toOnnx(average));
    return validation.apply(average);
  }

  private double step(Batch batch, LandmarkLoss loss) {
    try (PointerScope scope = new PointerScope()) {
      TorchLayers layers = new TorchLayers(parameters, TorchLayers.Mode.TRAIN);
      int size = LandmarkNet.SIZE;
      Tensor x = Tensor.create(batch.images(), batch.size(), 3, size, size);
      Tensor value = loss.of(LandmarkNet.run(layers, x), batch);
      value.backward();
      return value.item_float();
    }
  }

  private void makeParameters() {
    try (PointerScope scope = new PointerScope()) {
      TorchLayers layers = new TorchLayers(parameters, TorchLayers.Mode.EVALUATE);
      int size = LandmarkNet.SIZE;
      LandmarkNet.run(layers, Tensor.create(new float[3 * size * size], 1, 3, size, size));
    }
  }
}
