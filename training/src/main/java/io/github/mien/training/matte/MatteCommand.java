package io.github.mien.training.matte;

import io.github.mien.image.Image;
import io.github.mien.model.ModelStore;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.data.Portraits;
import io.github.mien.training.detector.Scenes;
import io.github.mien.training.mask.MaskSheet;
import io.github.mien.training.net.Parameters;
import io.github.mien.training.run.RunOptions;
import io.github.mien.training.run.TrainingRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains the network that tells people from what is behind them and writes it as ONNX. */
@Command(
    name = "matte",
    description = "Trains what tells people from what is behind them.",
    mixinStandardHelpOptions = true)
public final class MatteCommand implements Callable<Integer> {
  @Mixin private RunOptions options = new RunOptions();

  @Option(
      names = "--teacher",
      description = "Checkpoint that says what is the person in portraits that cannot be keyed.")
  private @Nullable Path teacher;

  @Option(names = "--pictures", description = "Only shows samples, in this folder.")
  private @Nullable Path pictures;

  @Override
  public Integer call() throws IOException, InterruptedException {
    options.configure();
    Portraits portraits = Portraits.read(options.data());
    Path folder = options.data().resolve("scenes");
    List<Image> scenes = Scenes.forTraining(folder);
    MatteSamples samples =
        new MatteSamples(
            Person.keyed(portraits.training()),
            taught(portraits.training()),
            scenes,
            options.seed());
    if (pictures != null) {
      MatteBatch batch = samples.batch(1, MaskSheet.SAMPLES);
      MaskSheet.write(MatteBatch.SIDE, batch.picture(), batch.alpha(), batch.alpha(), pictures);
      return 0;
    }
    MatteScore score = new MatteScore(Person.keyed(portraits.validation()), Scenes.heldOut(folder));
    new TrainingRun<>(
            ModelStore.MATTE, new MatteLesson(samples, score), MatteLesson.RECIPE, options.out())
        .train(options.start(), options.budget());
    return 0;
  }

  private List<Person> taught(List<LabelledPhoto> photos) throws IOException {
    if (teacher == null) {
      return List.of();
    }
    Parameters parameters = new Parameters();
    parameters.load(teacher);
    return new TaughtMattes(parameters).of(Person.unkeyed(photos));
  }
}
