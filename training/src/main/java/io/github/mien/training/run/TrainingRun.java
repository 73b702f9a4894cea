package io.github.mien.training.run;

import io.github.mien.training.net.AdamW;
import io.github.mien.training.net.CosineRate;
import io.github.mien.training.net.MovingAverage;
import io.github.mien.training.net.Parameters;
import io.github.mien.training.net.Prefetch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains one network and leaves checkpoints and interim models, both of the moving average of its
 * parameters: {@code NAME.ckpt} and {@code NAME.onnx}.
 *
 * @param <B> a batch of samples
 */
public final class TrainingRun<B> {
  private static final Logger LOG = LoggerFactory.getLogger(TrainingRun.class);

  /** Learning rate at the end, whatever the highest was. */
  private static final double END_RATE = 1e-5;

  /** Reports of a run at least; so many times it is saved. */
  private static final int REPORTS = 16;

  /** Seconds after which it reports, and is saved, in any case. */
  private static final double LONGEST_SILENCE = 300;

  private final String name;
  private final Lesson<B> lesson;
  private final Recipe recipe;
  private final Path folder;
  private final Parameters parameters = new Parameters();
  private final Parameters average = new Parameters();

  /**
   * @param name of the model
   * @param folder for what it writes
   */
  public TrainingRun(String name, Lesson<B> lesson, Recipe recipe, Path folder) {
    this.name = name;
    this.lesson = lesson;
    this.recipe = recipe;
    this.folder = folder;
  }

  /**
   * Trains. With a budget of no time it only writes the model of the checkpoint.
   *
   * @param checkpoint to go on from; from nothing if there is none
   */
  public void train(@Nullable Path checkpoint, Budget budget)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    if (checkpoint == null) {
      lesson.initialise(parameters);
    } else {
      parameters.load(checkpoint);
    }
    LOG.info("{}: {} parameters", name, parameters.count());
    learn(budget);
    if (average.count() == 0) {
      average.copyFrom(parameters);
    }
    LOG.info("{}: end, {}", name, saved());
  }

  private void learn(Budget budget) throws IOException, InterruptedException {
    AdamW optimiser =
        new AdamW(parameters, new Parameters(), recipe.decay(), recipe.decays(), recipe.factors());
    MovingAverage averages = new MovingAverage(parameters, average, recipe.averaging());
    CosineRate rate = new CosineRate(budget.rate(), END_RATE, recipe.warmup());
    Progress progress = new Progress(budget);
    try (Prefetch<B> batches = new Prefetch<>(lesson::batch, 0)) {
      while (!progress.atEnd()) {
        B batch = batches.take();
        progress.waited();
        double loss = lesson.learn(parameters, batch, progress.share);
        long step = progress.step(loss);
        optimiser.step(step, rate.at(progress.share));
        averages.update(step);
        if (progress.mayReport()) {
          LOG.info("{}: {}, {}", name, progress, saved());
          progress.reported();
        }
      }
    }
  }

  /** Saves what there is and says how good it is. */
  private String saved() throws IOException {
    average.save(folder.resolve(name + ".ckpt"));
    Files.write(folder.resolve(name + ".onnx"), lesson.toOnnx(average));
    return lesson.score(average);
  }

  /** Steps, losses and times, in all and since the last report. */
  private static final class Progress {
    private final Budget budget;
    private final long start = System.nanoTime();
    private double share;
    private long steps;
    private double taken;
    private double reportedAt;
    private double reportedShare;
    private double losses;
    private double waiting;
    private long stepsSince;

    Progress(Budget budget) {
      this.budget = budget;
    }

    private double elapsed() {
      return (System.nanoTime() - start) / 1e9;
    }

    boolean atEnd() {
      taken = elapsed();
      share = budget.progress(taken, steps);
      return share >= 1;
    }

    void waited() {
      waiting += elapsed() - taken;
    }

    long step(double loss) {
      losses += loss;
      stepsSince++;
      return ++steps;
    }

    boolean mayReport() {
      return share - reportedShare > 1.0 / REPORTS || elapsed() - reportedAt > LONGEST_SILENCE;
    }

    void reported() {
      reportedAt = elapsed();
      reportedShare = share;
      losses = waiting = stepsSince = 0;
    }

    @Override
    public String toString() {
      double seconds = elapsed() - reportedAt;
      return "step %d, %.0f s, loss %.5f, %.2f steps/s, waited %.0f %%"
          .formatted(
              steps, elapsed(), losses / stepsSince, stepsSince / seconds, 100 * waiting / seconds);
    }
  }
}
