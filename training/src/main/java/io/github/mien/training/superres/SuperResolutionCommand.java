package io.github.mien.training.superres;

import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.data.PaintablePhotos;
import io.github.mien.training.data.Portraits;
import io.github.mien.training.net.LibTorch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains the network that enlarges faces and writes it as ONNX. */
@Command(
    name = "superres",
    description = "Trains super-resolution: a small face to one of four times the side.",
    mixinStandardHelpOptions = true)
public final class SuperResolutionCommand implements Callable<Integer> {
  /** Every so many validation photos are looked at while training. */
  private static final int EVERY = 6;

  @Option(names = "--data", required = true, description = "Folder with portraits.")
  private Path data = Path.of(".");

  @Option(names = "--out", required = true, description = "Folder for checkpoints and the model.")
  private Path out = Path.of(".");

  @Option(names = "--start", description = "Checkpoint to go on from.")
  private @Nullable Path start;

  @Option(names = "--minutes", description = "Minutes (${DEFAULT-VALUE}).")
  private double minutes = 60;

  @Option(names = "--rate", description = "Highest learning rate (${DEFAULT-VALUE}).")
  private double rate = 1e-3;

  @Option(names = "--threads", description = "Threads of LibTorch (${DEFAULT-VALUE}).")
  private int threads = 1;

  @Option(names = "--seed", description = "Seed of weights and samples (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Override
  public Integer call() throws IOException, InterruptedException {
    LibTorch.configure(threads, seed);
    Portraits portraits = Portraits.read(data);
    SuperResolutionTrainer trainer =
        new SuperResolutionTrainer(
            new FacePatches(PaintablePhotos.of(portraits.training()), seed),
            new FaceValidation(some(PaintablePhotos.of(portraits.validation()))),
            out);
    if (start != null) {
      trainer.startFrom(start);
    }
    trainer.train(60 * minutes, rate);
    return 0;
  }

  private static List<LabelledPhoto> some(List<LabelledPhoto> photos) {
    List<LabelledPhoto> some = new ArrayList<>();
    for (int i = 0; i < photos.size(); i += EVERY) {
      some.add(photos.get(i));
    }
    return some;
  }
}
