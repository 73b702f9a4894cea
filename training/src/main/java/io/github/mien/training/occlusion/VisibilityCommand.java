package io.github.mien.training.occlusion;

import io.github.mien.model.ModelStore;
import io.github.mien.training.data.Portraits;
import io.github.mien.training.detector.Scenes;
import io.github.mien.training.mask.MaskSheet;
import io.github.mien.training.run.RunOptions;
import io.github.mien.training.run.TrainingRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains the network that finds what is in front of a face and writes it as ONNX. */
@Command(
    name = "visibility",
    description = "Trains what finds hands, glasses and the like in front of faces.",
    mixinStandardHelpOptions = true)
public final class VisibilityCommand implements Callable<Integer> {
  @Mixin private RunOptions options = new RunOptions();

  @Option(
      names = "--teacher",
      description = "Checkpoint that says what the photos themselves show in front of faces.")
  private @Nullable Path teacher;

  @Option(names = "--mixtures", description = "Faces mixed of the photos (${DEFAULT-VALUE}).")
  private int mixtures = 300;

  @Option(names = "--pictures", description = "Only shows samples, in this folder.")
  private @Nullable Path pictures;

  @Override
  public Integer call() throws IOException, InterruptedException {
    options.configure();
    Portraits portraits = Portraits.read(options.data());
    Path scenes = options.data().resolve("scenes");
    OccludedFaces faces =
        new OccludedFaces(
            portraits.training(),
            Scenes.forTraining(scenes),
            mixtures,
            teacher == null ? null : new OwnOccluders(teacher),
            options.seed());
    if (pictures != null) {
      VisibilityBatch samples = faces.batch(1, MaskSheet.SAMPLES);
      MaskSheet.write(
          VisibilityBatch.SIDE, samples.picture(), samples.hidden(), samples.weight(), pictures);
      return 0;
    }
    VisibilityScore score = new VisibilityScore(portraits.validation(), Scenes.heldOut(scenes));
    new TrainingRun<>(
            ModelStore.VISIBILITY,
            new VisibilityLesson(faces, score),
            VisibilityLesson.RECIPE,
            options.out())
        .train(options.start(), options.budget());
    return 0;
  }
}
