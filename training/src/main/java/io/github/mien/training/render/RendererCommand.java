package io.github.mien.training.render;

import io.github.mien.Mien;
import io.github.mien.model.ModelStore;
import io.github.mien.training.data.PaintablePhotos;
import io.github.mien.training.data.Portraits;
import io.github.mien.training.run.RunOptions;
import io.github.mien.training.run.TrainingRun;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Trains the network that repaints moved faces and writes it as ONNX. */
@Command(
    name = "renderer",
    description = "Trains the renderer: a moved face to one with folds, shades and teeth.",
    mixinStandardHelpOptions = true)
public final class RendererCommand implements Callable<Integer> {
  @Mixin private RunOptions options = new RunOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    options.configure();
    Portraits portraits = Portraits.read(options.data());
    try (Mien mien = Mien.builder().renderer(false).occlusion(false).build()) {
      RenderScore score =
          RenderScore.of(
              new MovedFaces(
                  mien, mien.reconstructor(), PaintablePhotos.of(portraits.validation()), false));
      MovedFaces learnt =
          new MovedFaces(
              mien, mien.reconstructor(), PaintablePhotos.of(portraits.training()), true);
      RenderLesson lesson =
          new RenderLesson(
              new RenderSamples(learnt, options.seed()), score, LandmarkerFeatures.load());
      new TrainingRun<>(ModelStore.RENDERER, lesson, RenderLesson.RECIPE, options.out())
          .train(options.start(), options.budget());
    }
    return 0;
  }
}
