package io.github.mien.training.run;

import io.github.mien.training.net.LibTorch;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that the training of every network has. */
public final class RunOptions {
  private static final double USUAL_MINUTES = 60;

  @Option(names = "--data", required = true, description = "Folder with portraits and scenes.")
  private Path data = Path.of(".");

  @Option(names = "--out", required = true, description = "Folder for checkpoints and the model.")
  private Path out = Path.of(".");

  @Option(names = "--start", description = "Checkpoint to go on from; give another seed as well.")
  private @Nullable Path start;

  @Option(
      names = "--minutes",
      description = "Minutes at most (60; without end where steps or samples are the limit).")
  private @Nullable Double minutes;

  @Option(names = "--rate", description = "Highest learning rate (${DEFAULT-VALUE}).")
  private double rate = 1e-3;

  @Option(names = "--threads", description = "Threads of LibTorch (${DEFAULT-VALUE}).")
  private int threads = 1;

  @Option(names = "--seed", description = "Seed of weights and samples (${DEFAULT-VALUE}).")
  private long seed = 1;

  /** Sets the native library up; once, before the first tensor. */
  public void configure() {
    LibTorch.configure(threads, seed);
  }

  /** Folder with portraits and scenes. */
  public Path data() {
    return data;
  }

  /** Folder for checkpoints and the model. */
  public Path out() {
    return out;
  }

  /** Checkpoint to go on from. */
  public @Nullable Path start() {
    return start;
  }

  /** Seed of weights and samples. */
  public long seed() {
    return seed;
  }

  /** Limited by the minutes. */
  public Budget budget() {
    return Budget.seconds(60 * (minutes == null ? USUAL_MINUTES : minutes), rate);
  }

  /** Limited by steps, and by the minutes where they are given. */
  public Budget budget(long steps) {
    return minutes == null ? Budget.steps(steps, rate) : new Budget(60 * minutes, steps, rate);
  }
}
