package io.github.mien.training.detector;

import io.github.mien.training.net.AdamW;
import io.github.mien.training.net.CosineRate;
import io.github.mien.training.net.MovingAverage;
import io.github.mien.training.net.Parameters;
import io.github.mien.training.net.Prefetch;
import io.github.mien.training.net.TorchLayers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Trains the detector; a stopped training goes on from its last checkpoint. */
final class DetectorTrainer {
  private static final double WEIGHT_DECAY = 0.02;
  private static final double AVERAGING = 0.998;
  private static final int LOG_EVERY = 50;
  private static final int SAVE_EVERY = 400;

  /** Sides of the pictures and how many make a batch: about as much work each. */
  private static final int[][] SIZES = {{160, 16}, {224, 8}, {160, 16}, {320, 4}};

  private final TrainingPictures pictures;
  private final Path folder;
  private final long seed;
  private final boolean bf16;
  private final CosineRate rate;

  private final Parameters parameters = new Parameters();
  private final Parameters moments = new Parameters();
  private final Parameters averages = new Parameters();
  private final AdamW optimiser =
      new AdamW(parameters, moments, WEIGHT_DECAY, n -> n.endsWith(".weight"));
  private final MovingAverage average = new MovingAverage(parameters, averages, AVERAGING);

  /**
   * @param pictures to learn from
   * @param folder for checkpoints and the model
   * @param seed of the pictures
   * @param bf16 whether feature maps are in bfloat16
   * @param rate of learning
   */
  DetectorTrainer(
      TrainingPictures pictures, Path folder, long seed, boolean bf16, CosineRate rate) {
    this.pictures = pictures;
    this.folder = folder;
    this.seed = seed;
    this.bf16 = bf16;
    this.rate = rate;
    DetectorNet.initialise(parameters);
  }

  /**
   * @param steps of the whole training at most, those before the checkpoint included
   * @param minutes from now at most; the rate falls to its end by then, whichever comes first
   */
  void train(long steps, double minutes) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    long done = resume();
    long start = System.nanoTime();
    long images = 0;
    float[] sums = new float[4];
    try (Prefetch<DetectorBatch> batches = new Prefetch<>(this::batch, done)) {
      double progress = 0;
      for (long step = done + 1; progress < 1; step++) {
        double elapsed = (System.nanoTime() - start) * 1e-9;
        progress = Math.max((double) step / steps, elapsed / (60 * minutes));
        DetectorBatch batch = batches.take();
        images += batch.count();
        add(step(batch, step, progress), sums);
        if (step % LOG_EVERY == 0) {
          log(step, progress, images / elapsed, sums);
          sums = new float[4];
        }
        if (step % SAVE_EVERY == 0 || progress >= 1) {
          save(step);
        }
      }
    }
  }

  /** Composing takes as long as learning, so each picture is used twice. */
  private DetectorBatch batch(long number) {
    int[] size = SIZES[(int) (number % SIZES.length)];
    List<ComposedPicture> made = new ArrayList<>();
    for (int i = 0; i < size[1] / 2; i++) {
      ComposedPicture picture = pictures.make(size[0], seed + (number << 8) + i);
      made.add(picture);
      made.add(picture.mirrored());
    }
    return DetectorBatch.of(made);
  }

  private float[] step(DetectorBatch batch, long step, double progress) {
    try (PointerScope scope = new PointerScope()) {
      TorchLayers.Mode mode = bf16 ? TorchLayers.Mode.TRAIN_BF16 : TorchLayers.Mode.TRAIN;
      Tensor x =
          Tensor.create(batch.images(), batch.count(), 3, batch.size(), batch.size())
              .contiguous(torch.MemoryFormat.ChannelsLast);
      DetectorLoss.Terms terms =
          DetectorLoss.of(DetectorNet.cells(new TorchLayers(parameters, mode), x), batch);
      terms.total().backward();
      optimiser.step(step, rate.at(progress));
      average.update(step);
      return terms.values();
    }
  }

  private static void add(float[] values, float[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += values[i] / LOG_EVERY;
    }
  }

  private static void log(long step, double progress, double speed, float[] sums) {
    System.out.printf(
        "step %d, %.1f %%, %.1f pictures/s, loss %.4f, score %.4f, overlap %.4f, points %.4f%n",
        step, 100 * progress, speed, sums[0], sums[1], sums[2], sums[3]);
  }

  private long resume() throws IOException {
    Path last = folder.resolve("step.txt");
    if (!Files.exists(last)) {
      return 0;
    }
    parameters.load(folder.resolve("parameters.bin"));
    moments.load(folder.resolve("moments.bin"));
    averages.load(folder.resolve("averages.bin"));
    return Long.parseLong(Files.readString(last).trim());
  }

  private void save(long step) throws IOException {
    parameters.save(folder.resolve("parameters.bin"));
    moments.save(folder.resolve("moments.bin"));
    averages.save(folder.resolve("averages.bin"));
    Files.write(folder.resolve("detector.onnx"), DetectorExport.toOnnx(averages));
    Files.writeString(folder.resolve("step.txt"), step + "\n");
  }
}
