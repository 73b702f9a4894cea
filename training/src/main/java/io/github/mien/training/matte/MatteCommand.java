package io.github.mien.training.matte;

import io.github.mien.image.Image;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.data.Portraits;
import io.github.mien.training.detector.Scenes;
import io.github.mien.training.net.LibTorch;
import io.github.mien.training.net.Parameters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains the network that tells people from what is behind them and writes it as ONNX. */
@Command(
    name = "matte",
    description = "Trains what tells people from what is behind them.",
    mixinStandardHelpOptions = true)
public final class MatteCommand implements Callable<Integer> {
  @Option(names = "--data", required = true, description = "Folder with portraits and scenes.")
  private Path data = Path.of(".");

  @Option(names = "--out", required = true, description = "Folder for checkpoints and the model.")
  private Path out = Path.of(".");

  @Option(names = "--start", description = "Checkpoint to go on from.")
  private @Nullable Path start;

  @Option(
      names = "--teacher",
      description = "Checkpoint that says what is the person in portraits that cannot be keyed.")
  private @Nullable Path teacher;

  @Option(names = "--minutes", description = "Minutes (${DEFAULT-VALUE}).")
  private double minutes = 30;

  @Option(names = "--rate", description = "Highest learning rate (${DEFAULT-VALUE}).")
  private double rate = 2e-3;

  @Option(names = "--threads", description = "Threads of LibTorch (${DEFAULT-VALUE}).")
  private int threads = 1;

  @Option(names = "--seed", description = "Seed of weights and samples (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = "--pictures", description = "Only shows samples, in this folder.")
  private @Nullable Path pictures;

  @Override
  public Integer call() throws IOException, InterruptedException {
    LibTorch.configure(threads, seed);
    Portraits portraits = Portraits.read(data);
    Path folder = data.resolve("scenes");
    List<Image> scenes = Scenes.forTraining(folder);
    MatteSamples samples =
        new MatteSamples(
            Person.keyed(portraits.training()), taught(portraits.training()), scenes, seed);
    if (pictures != null) {
      MatteSheet.write(samples, pictures);
      return 0;
    }
    MatteScore score = new MatteScore(Person.keyed(portraits.validation()), Scenes.heldOut(folder));
    MatteTrainer trainer = new MatteTrainer(samples, score, out);
    if (start != null) {
      trainer.startFrom(start);
    }
    trainer.train(60 * minutes, rate);
    return 0;
  }

  private List<Person> taught(List<LabelledPhoto> photos) throws IOException {
    if (teacher == null) {
      return List.of();
    }
    Parameters parameters = new Parameters();
    parameters.load(teacher);
    return new TaughtMattes(parameters).of(Person.unkeyed(photos));
  }
}
