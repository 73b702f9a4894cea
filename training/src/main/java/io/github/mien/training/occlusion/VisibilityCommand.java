package io.github.mien.training.occlusion;

import io.github.mien.training.data.Portraits;
import io.github.mien.training.detector.Scenes;
import io.github.mien.training.net.LibTorch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains the network that finds what is in front of a face and writes it as ONNX. */
@Command(
    name = "visibility",
    description = "Trains what finds hands, glasses and the like in front of faces.",
    mixinStandardHelpOptions = true)
public final class VisibilityCommand implements Callable<Integer> {
  @Option(names = "--data", required = true, description = "Folder with portraits and scenes.")
  private Path data = Path.of(".");

  @Option(names = "--out", required = true, description = "Folder for checkpoints and the model.")
  private Path out = Path.of(".");

  @Option(names = "--start", description = "Checkpoint to go on from.")
  private @Nullable Path start;

  @Option(
      names = "--teacher",
      description = "Checkpoint that says what the photos themselves show in front of faces.")
  private @Nullable Path teacher;

  @Option(names = "--minutes", description = "Minutes (${DEFAULT-VALUE}).")
  private double minutes = 30;

  @Option(names = "--rate", description = "Highest learning rate (${DEFAULT-VALUE}).")
  private double rate = 2e-3;

  @Option(names = "--mixtures", description = "Faces mixed of the photos (${DEFAULT-VALUE}).")
  private int mixtures = 300;

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
    Path scenes = data.resolve("scenes");
    OccludedFaces faces =
        new OccludedFaces(
            portraits.training(),
            Scenes.forTraining(scenes),
            mixtures,
            teacher == null ? null : new OwnOccluders(teacher),
            seed);
    if (pictures != null) {
      SampleSheet.write(faces, pictures);
      return 0;
    }
    VisibilityScore score = new VisibilityScore(portraits.validation(), Scenes.heldOut(scenes));
    VisibilityTrainer trainer = new VisibilityTrainer(faces, score, out);
    if (start != null) {
      trainer.startFrom(start);
    }
    trainer.train(60 * minutes, rate);
    return 0;
  }
}
