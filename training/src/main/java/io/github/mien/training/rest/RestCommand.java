package io.github.mien.training.rest;

import io.github.mien.encode.LandmarkExpressionEncoder;
import io.github.mien.model.ModelStore;
import io.github.mien.model.NamedArrays;
import io.github.mien.morphable.MorphableFitter;
import io.github.mien.morphable.MorphableModel;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.data.Labels;
import io.github.mien.training.net.LibTorch;
import io.github.mien.transfer.RestingFace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Trains the estimator of resting faces for the embedded expression model; to be run again when
 * that changes.
 */
@Command(
    name = "rest",
    description = "Trains the estimator of resting faces: coefficients to coefficients.",
    mixinStandardHelpOptions = true)
public final class RestCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(RestCommand.class);
  private static final int GENERATED = 8000;
  private static final double PHOTOGRAPHED = 0.4;

  @Option(names = "--data", required = true, description = "Folder with portraits.")
  private Path data = Path.of(".");

  @Option(names = "--out", required = true, description = "File to write, rest.bin.")
  private Path out = Path.of("rest.bin");

  @Option(names = "--steps", description = "Training steps (${DEFAULT-VALUE}).")
  private int steps = 5000;

  @Option(
      names = "--folds",
      description = "Leave out every n-th person in turn and measure on them (${DEFAULT-VALUE}).")
  private int folds = 0;

  @Option(names = "--seed", description = "Of all random numbers (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Override
  public Integer call() throws IOException {
    LibTorch.configure(1, seed);
    MorphableModel model = MorphableModel.load(ModelStore.embedded());
    LandmarkExpressionEncoder encoder = LandmarkExpressionEncoder.load(ModelStore.embedded());
    KnownPeople people = new KnownPeople(encoder, new MorphableFitter(model));
    Path portraits = data.resolve("portraits");
    Set<String> held = Labels.validationNames(portraits);
    List<LabelledPhoto> photos = Labels.read(portraits.resolve("labels.jsonl.gz"), portraits);
    List<KnownPerson> training =
        people.in(photos.stream().filter(photo -> !held.contains(photo.name())).toList());
    List<KnownPerson> validation =
        people.in(photos.stream().filter(photo -> held.contains(photo.name())).toList());
    LOG.info("{} people, {} for validation", training.size(), validation.size());

    Experiment experiment = new Experiment(model, encoder, steps, seed);
    for (int fold = 0; fold < folds; fold++) {
      List<KnownPerson> kept = new ArrayList<>();
      List<KnownPerson> left = new ArrayList<>();
      for (int i = 0; i < training.size(); i++) {
        (i % folds == fold ? left : kept).add(training.get(i));
      }
      experiment.run("fold " + fold, kept, left);
    }
    Files.write(out, experiment.run("validation", training, validation));
    return 0;
  }

  /**
   * One training with its measurement.
   *
   * @param steps of the training
   * @param seed of all random numbers
   */
  private record Experiment(
      MorphableModel model, LandmarkExpressionEncoder encoder, int steps, long seed) {

    byte[] run(String title, List<KnownPerson> training, List<KnownPerson> test) {
      ShownFaces faces = new ShownFaces(model, encoder, training, seed);
      List<ShownAndRest> photographed = faces.photographed();
      RestTrainer trainer =
          new RestTrainer(photographed, faces.generated(GENERATED), PHOTOGRAPHED, seed);
      byte[] bytes = RestNet.toBytes(trainer.train(steps));
      RestingFace face = RestingFace.of(NamedArrays.parse(bytes, "rest"));
      List<ShownAndRest> unseen = new ShownFaces(model, encoder, paired(test), seed).photographed();
      LOG.info("{}\n{}", title, new RestAccuracy(unseen, photographed).table(face));
      return bytes;
    }

    /** Those with a photo at rest and one smiling: only there the truth is known. */
    private static List<KnownPerson> paired(List<KnownPerson> people) {
      return people.stream().filter(person -> person.smile() != null).toList();
    }
  }
}
