package io.github.mien.training.rest;

import io.github.mien.model.ModelStore;
import io.github.mien.model.NamedArrays;
import io.github.mien.training.data.Portraits;
import io.github.mien.training.net.LibTorch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Trains the estimator of resting faces alone, for an expression model that is there already; the
 * command that trains an expression model makes both.
 */
@Command(
    name = "rest",
    description = "Trains the estimator of resting faces for a finished expression model.",
    mixinStandardHelpOptions = true)
public final class RestCommand implements Callable<Integer> {
  @Option(names = "--data", required = true, description = "Folder with portraits.")
  private Path data = Path.of(".");

  @Option(names = "--model", description = "An expression.bin instead of the embedded one.")
  private @Nullable Path model;

  @Option(names = "--out", required = true, description = "Folder for rest.bin.")
  private Path out = Path.of(".");

  @Option(names = "--steps", description = "Training steps (${DEFAULT-VALUE}).")
  private int steps = RestTraining.STEPS;

  @Option(
      names = "--folds",
      description = "Leave out every n-th person in turn and measure on them (${DEFAULT-VALUE}).")
  private int folds = 0;

  @Option(names = "--threads", description = "Threads of LibTorch (${DEFAULT-VALUE}).")
  private int threads = 1;

  @Option(names = "--seed", description = "Of all random numbers (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Override
  public Integer call() throws IOException {
    LibTorch.configure(threads, seed);
    ModelStore embedded = ModelStore.embedded();
    ModelStore store = model == null ? embedded : embedded.with(ModelStore.EXPRESSION, model);
    NamedArrays expression =
        NamedArrays.parse(store.read(ModelStore.EXPRESSION), ModelStore.EXPRESSION);
    RestTraining training = new RestTraining(expression, Portraits.read(data), steps, seed);
    training.measure(folds);
    Files.createDirectories(out);
    Files.write(out.resolve("rest.bin"), training.train());
    return 0;
  }
}
