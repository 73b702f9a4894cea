package io.github.mien.training.detector;

import io.github.mien.image.ImageKernels;
import io.github.mien.opencv.OpenCvImageKernels;
import io.github.mien.training.net.CosineRate;
import io.github.mien.training.net.LibTorch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains the face detector and measures it. */
@Command(name = "detector", description = "Trains the face detector.")
public final class DetectorCommand implements Callable<Integer> {
  @Option(names = "--data", required = true, description = "Folder with portraits and scenes.")
  private Path data = Path.of(".");

  @Option(names = "--out", required = true, description = "Folder for checkpoints and the model.")
  private Path out = Path.of(".");

  @Option(names = "--steps", description = "Steps (${DEFAULT-VALUE}).")
  private long steps = 9000;

  @Option(
      names = "--minutes",
      description = "Minutes at most (${DEFAULT-VALUE}); only steps give the same model again.")
  private double minutes = 600;

  @Option(names = "--seed", description = "Seed (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = "--threads", description = "Threads (${DEFAULT-VALUE}).")
  private int threads = 1;

  @Option(names = "--bf16", description = "Feature maps in bfloat16.")
  private boolean bf16;

  @Option(names = "--rate", description = "Peak rate (${DEFAULT-VALUE}).")
  private double rate = 2e-3;

  @Option(names = "--show", description = "Only writes this many of the pictures to look at.")
  private int show;

  @Override
  public Integer call() throws IOException, InterruptedException {
    ImageKernels kernels = new OpenCvImageKernels();
    TrainingPictures pictures =
        new TrainingPictures(
            People.forTraining(data, kernels), Scenes.forTraining(data.resolve("scenes")), kernels);
    if (show > 0) {
      write(pictures);
      return 0;
    }
    LibTorch.configure(threads, seed);
    new DetectorTrainer(pictures, out, seed << 40, bf16, new CosineRate(rate, rate / 100, 0.03))
        .train(steps, minutes);
    return 0;
  }

  private void write(TrainingPictures pictures) throws IOException {
    Files.createDirectories(out);
    for (int i = 0; i < show; i++) {
      ComposedPicture made = pictures.make(320, (seed << 40) + i);
      ImageIO.write(
          LabelDrawing.of(made, List.of()),
          "png",
          out.resolve("picture-%03d.png".formatted(i)).toFile());
    }
  }
}
