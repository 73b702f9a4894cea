package io.github.mien.training.superres;

import io.github.mien.model.ModelStore;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.data.PaintablePhotos;
import io.github.mien.training.data.Portraits;
import io.github.mien.training.run.RunOptions;
import io.github.mien.training.run.TrainingRun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Trains the network that enlarges faces and writes it as ONNX. */
@Command(
    name = "superres",
    description = "Trains super-resolution: a small face to one of four times the side.",
    mixinStandardHelpOptions = true)
public final class SuperResolutionCommand implements Callable<Integer> {
  @Mixin private RunOptions options = new RunOptions();

  /** Every so many validation photos are looked at while training. */
  private static final int EVERY = 6;

  @Override
  public Integer call() throws IOException, InterruptedException {
    options.configure();
    Portraits portraits = Portraits.read(options.data());
    SuperResolutionLesson lesson =
        new SuperResolutionLesson(
            new FacePatches(PaintablePhotos.of(portraits.training()), options.seed()),
            new FaceValidation(some(PaintablePhotos.of(portraits.validation()))));
    new TrainingRun<>(
            ModelStore.SUPER_RESOLUTION, lesson, SuperResolutionLesson.RECIPE, options.out())
        .train(options.start(), options.budget());
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
