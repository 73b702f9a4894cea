package io.github.mien.training.detector;

import io.github.mien.image.ImageKernels;
import io.github.mien.model.ModelStore;
import io.github.mien.opencv.OpenCvImageKernels;
import io.github.mien.training.run.RunOptions;
import io.github.mien.training.run.TrainingRun;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains the face detector and measures it. */
@Command(
    name = "detector",
    description = "Trains the face detector.",
    mixinStandardHelpOptions = true)
public final class DetectorCommand implements Callable<Integer> {
  @Mixin private RunOptions options = new RunOptions();

  @Option(names = "--steps", description = "Steps (${DEFAULT-VALUE}).")
  private long steps = 9000;

  @Option(names = "--bf16", description = "Feature maps in bfloat16.")
  private boolean bf16;

  @Option(names = "--show", description = "Only writes this many of the pictures to look at.")
  private int show;

  @Override
  public Integer call() throws IOException, InterruptedException {
    ImageKernels kernels = new OpenCvImageKernels();
    TrainingPictures pictures =
        new TrainingPictures(
            People.forTraining(options.data(), kernels),
            Scenes.forTraining(options.data().resolve("scenes")),
            kernels);
    if (show > 0) {
      write(pictures);
      return 0;
    }
    options.configure();
    new TrainingRun<>(
            ModelStore.DETECTOR,
            new DetectorLesson(pictures, options.seed() << 40, bf16),
            DetectorLesson.RECIPE,
            options.out())
        .train(options.start(), options.budget(steps));
    return 0;
  }

  private void write(TrainingPictures pictures) throws IOException {
    Files.createDirectories(options.out());
    for (int i = 0; i < show; i++) {
      ComposedPicture made = pictures.make(320, (options.seed() << 40) + i);
      ImageIO.write(
          LabelDrawing.of(made, List.of()),
          "png",
          options.out().resolve("picture-%03d.png".formatted(i)).toFile());
    }
  }
}
