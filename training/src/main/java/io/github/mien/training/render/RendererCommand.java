package io.github.mien.training.render;

import io.github.mien.Mien;
import io.github.mien.training.data.PaintablePhotos;
import io.github.mien.training.data.Portraits;
import io.github.mien.training.net.LibTorch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains the network that repaints moved faces and writes it as ONNX. */
@Command(
    name = "renderer",
    description = "Trains the renderer: a moved face to one with folds, shades and teeth.",
    mixinStandardHelpOptions = true)
public final class RendererCommand implements Callable<Integer> {
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
    try (Mien mien = Mien.builder().renderer(false).occlusion(false).build()) {
      RenderScore score =
          RenderScore.of(
              new MovedFaces(
                  mien, mien.reconstructor(), PaintablePhotos.of(portraits.validation()), false));
      MovedFaces learnt =
          new MovedFaces(
              mien, mien.reconstructor(), PaintablePhotos.of(portraits.training()), true);
      RenderTrainer trainer =
          new RenderTrainer(new RenderSamples(learnt, seed), score, LandmarkerFeatures.load(), out);
      if (start != null) {
        trainer.startFrom(start);
      }
      trainer.train(60 * minutes, rate);
    }
    return 0;
  }
}
