package io.github.mien.training.occlusion;

import io.github.mien.model.ModelStore;
import io.github.mien.training.data.PaintablePhotos;
import io.github.mien.training.data.Portraits;
import io.github.mien.training.detector.Scenes;
import io.github.mien.training.net.Parameters;
import io.github.mien.training.run.RunOptions;
import io.github.mien.training.run.TrainingRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains the network that paints faces behind what is in front of them and writes it as ONNX. */
@Command(
    name = "fill",
    description = "Trains what paints a face where something in front hides it.",
    mixinStandardHelpOptions = true)
public final class FillCommand implements Callable<Integer> {
  @Mixin private RunOptions options = new RunOptions();

  @Option(names = "--renderer", description = "Checkpoint of the renderer to begin with.")
  private @Nullable Path renderer;

  @Override
  public Integer call() throws IOException, InterruptedException {
    options.configure();
    Portraits portraits = Portraits.read(options.data());
    Path scenes = options.data().resolve("scenes");
    FillScore score =
        new FillScore(PaintablePhotos.of(portraits.validation()), Scenes.heldOut(scenes));
    HoledFaces faces =
        new HoledFaces(
            PaintablePhotos.of(portraits.training()), Scenes.forTraining(scenes), options.seed());
    Parameters known = new Parameters();
    if (renderer != null) {
      known.load(renderer);
    }
    new TrainingRun<>(
            ModelStore.FILL, new FillLesson(faces, score, known), FillLesson.RECIPE, options.out())
        .train(options.start(), options.budget());
    return 0;
  }
}
