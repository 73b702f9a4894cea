package io.github.mien.training.render;

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
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains for a given time and leaves checkpoints: L1 and perceptual loss at first, then against a
 * critic as well. The rate follows the clock, so that it always comes to its end.
 */
final class RenderTrainer {
  private static final Logger LOG = LoggerFactory.getLogger(RenderTrainer.class);
  private static final int BATCH = 6;
  private static final double AVERAGE = 0.998;
  private static final double WARMUP = 0.03;
  private static final double END_RATE = 1e-5;
  private static final double REPORT_SECONDS = 240;

  /** Share of the time after which the critic is heard, and then it learns at this rate. */
  private static final double ALONE = 0.3;

  private static final double CRITIC_RATE = 5e-4;
  private static final float ADVERSARIAL = 0.005f;

  private final RenderSamples samples;
  private final RenderScore score;
  private final Path folder;
  private final LandmarkerFeatures features;
  private final Parameters parameters = new Parameters();
  private final Parameters average = new Parameters();
  private final Parameters critic = new Parameters();
  private final TorchLayers net = new TorchLayers(parameters, TorchLayers.Mode.TRAIN_BF16);
  private final TorchLayers judge = new TorchLayers(critic, TorchLayers.Mode.TRAIN_BF16);

  /**
   * @param folder for checkpoints and interim models
   */
  RenderTrainer(
      RenderSamples samples, RenderScore score, LandmarkerFeatures features, Path folder) {
    this.samples = samples;
    this.score = score;
    this.features = features;
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
    if (parameters.count() == 0) {
      makeParameters();
    }
    LOG.info("{} parameters", parameters.count());
    AdamW optimiser =
        new AdamW(parameters, new Parameters(), 1e-4, name -> name.endsWith("weight"));
    AdamW criticOptimiser = new AdamW(critic, new Parameters(), 0, name -> false);
    MovingAverage averages = new MovingAverage(parameters, average, AVERAGE);
    CosineRate rate = new CosineRate(peak, END_RATE, WARMUP);
    Progress progress = new Progress();
    long start = System.nanoTime();
    double reported = 0;
    try (Prefetch<RenderBatch> batches =
        new Prefetch<>(n -> samples.batch(n, BATCH), Math.round(1e6 * seconds))) {
      for (long step = 1; ; step++) {
        double now = (System.nanoTime() - start) / 1e9;
        if (now >= seconds) {
          break;
        }
        boolean judged = now > ALONE * seconds;
        step(batches.take(), judged, progress);
        optimiser.step(step, rate.at(now / seconds));
        if (judged) {
          criticOptimiser.step(step, CRITIC_RATE);
        }
        averages.update(step);
        if (now - reported > REPORT_SECONDS) {
          LOG.info("step {}, {} s, {}: {}", step, Math.round(now), progress, checkpoint());
          reported = now;
          progress.reset();
        }
      }
    }
    if (average.count() == 0) {
      average.copyFrom(parameters);
    }
    LOG.info("end: {}: {}", progress, checkpoint());
  }

  private void makeParameters() {
    RenderScore.painted(RenderBatch.empty(1), parameters);
    RenderNet.startStill(parameters);
  }

  /** Saves what there is and says how good it is. */
  private String checkpoint() throws IOException {
    average.save(folder.resolve("renderer.ckpt"));
    Files.write(folder.resolve("renderer.onnx"), RenderExport.toOnnx(average));
    return score.measure(average);
  }

  private void step(RenderBatch batch, boolean judged, Progress progress) {
    try (PointerScope scope = new PointerScope()) {
      RenderLoss loss = new RenderLoss(batch, net);
      Tensor pixels = loss.pixels();
      Tensor perceptual = loss.perceptual(features);
      Tensor all = pixels.add(perceptual);
      if (judged) {
        Tensor doubt = loss.whereShown(Critic.run(judge, loss.painted)).neg();
        all = all.add(doubt.mul(new Scalar(ADVERSARIAL)));
      }
      all.backward();
      if (judged) {
        critic.clearGradients();
        Tensor real = Critic.run(judge, loss.wanted);
        Tensor made = Critic.run(judge, loss.painted.detach());
        Tensor hinge = loss.whereShown(margin(real.neg())).add(loss.whereShown(margin(made)));
        hinge.backward();
        progress.critic(hinge.item_float());
      }
      progress.add(pixels.item_float(), perceptual.item_float());
    }
  }

  private static Tensor margin(Tensor x) {
    return x.add(new Scalar(1)).relu();
  }

  /** Mean losses since the last report. */
  private static final class Progress {
    private double pixels;
    private double perceptual;
    private double critic;
    private int steps;

    void add(float pixelLoss, float perceptualLoss) {
      pixels += pixelLoss;
      perceptual += perceptualLoss;
      steps++;
    }

    void critic(float loss) {
      critic += loss;
    }

    void reset() {
      pixels = perceptual = critic = steps = 0;
    }

    @Override
    public String toString() {
      return "%d steps, %.5f pixels, %.5f perceptual, critic %.3f"
          .formatted(steps, pixels / steps, perceptual / steps, critic / steps);
    }
  }
}
