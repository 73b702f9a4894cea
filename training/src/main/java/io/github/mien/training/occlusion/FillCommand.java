package io.github.mien.training.occlusion;

import io.github.mien.training.data.PaintablePhotos;
import io.github.mien.training.data.Portraits;
import io.github.mien.training.detector.Scenes;
import io.github.mien.training.net.LibTorch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains the network that paints faces behind what is in front of them and writes it as ONNX. */
@Command(
    name = "fill",
    description = "Trains what paints a face where something in front hides it.",
    mixinStandardHelpOptions = true)
public final class FillCommand implements Callable<Integer> {
  @Option(names = "--data", required = true, description = "Folder with portraits and scenes.")
  private Path data = Path.of(".");

  @Option(names = "--out", required = true, description = "Folder for checkpoints and the model.")
  private Path out = Path.of(".");

  @Option(names = "--start", description = "Checkpoint to go on from.")
  private @Nullable Path start;

  @Option(names = "--renderer", description = "Checkpoint of the renderer to begin with.")
  private @Nullable Path renderer;

  @Option(names = "--minutes", description = "Minutes (${DEFAULT-VALUE}).")
  private double minutes = 30;

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
    Path scenes = data.resolve("scenes");
    FillScore score =
        new FillScore(PaintablePhotos.of(portraits.validation()), Scenes.heldOut(scenes));
    HoledFaces faces =
        new HoledFaces(PaintablePhotos.of(portraits.training()), Scenes.forTraining(scenes), seed);
    new FillTrainer(faces, score, out).train(start, renderer, 60 * minutes, rate);
    return 0;
  }
}
