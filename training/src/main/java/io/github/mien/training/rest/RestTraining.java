package io.github.mien.training.rest;

import io.github.mien.encode.LandmarkExpressionEncoder;
import io.github.mien.model.NamedArrays;
import io.github.mien.morphable.MorphableFitter;
import io.github.mien.morphable.MorphableModel;
import io.github.mien.training.data.Portraits;
import io.github.mien.transfer.RestingFace;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.global.torch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains the estimator of resting faces for an expression model, whose coefficients it takes and
 * gives, and logs how far it is off on people that it did not see.
 */
public final class RestTraining {
  /** Steps of a training if nothing else is asked for. */
  public static final int STEPS = 5000;

  private static final Logger LOG = LoggerFactory.getLogger(RestTraining.class);
  private static final int GENERATED = 8000;
  private static final double PHOTOGRAPHED = 0.4;

  private final MorphableModel model;
  private final LandmarkExpressionEncoder encoder;
  private final List<KnownPerson> training;
  private final List<KnownPerson> validation;
  private final int steps;
  private final long seed;

  /**
   * @param expression the expression model
   * @param portraits among which people at rest are looked for
   * @param steps of a training
   * @param seed of all random numbers
   */
  public RestTraining(NamedArrays expression, Portraits portraits, int steps, long seed) {
    this.model = MorphableModel.of(expression);
    this.encoder = LandmarkExpressionEncoder.of(expression);
    KnownPeople people = new KnownPeople(encoder, new MorphableFitter(model));
    this.training = people.in(portraits.training());
    this.validation = people.in(portraits.validation());
    this.steps = steps;
    this.seed = seed;
    LOG.info("{} people at rest, {} for validation", training.size(), validation.size());
  }

  /** Trains on all people that training may see; the bytes of {@code rest.bin}. */
  public byte[] train() {
    return train("validation", training, validation);
  }

  /** Leaves out every n-th person in turn and measures on them. */
  void measure(int folds) {
    for (int fold = 0; fold < folds; fold++) {
      List<KnownPerson> kept = new ArrayList<>();
      List<KnownPerson> left = new ArrayList<>();
      for (int i = 0; i < training.size(); i++) {
        (i % folds == fold ? left : kept).add(training.get(i));
      }
      train("fold " + fold, kept, left);
    }
  }

  private byte[] train(String title, List<KnownPerson> people, List<KnownPerson> unseen) {
    torch.manual_seed(seed);
    ShownFaces faces = new ShownFaces(model, encoder, people, seed);
    List<ShownAndRest> photographed = faces.photographed();
    RestTrainer trainer =
        new RestTrainer(photographed, faces.generated(GENERATED), PHOTOGRAPHED, seed);
    byte[] bytes = RestNet.toBytes(trainer.train(steps));
    RestingFace face = RestingFace.of(NamedArrays.parse(bytes, "rest"));
    List<ShownAndRest> test = new ShownFaces(model, encoder, paired(unseen), seed).photographed();
    LOG.info("{}\n{}", title, new RestAccuracy(test, photographed).table(face));
    return bytes;
  }

  /** Those with a photo at rest and one smiling: only there the truth is known. */
  private static List<KnownPerson> paired(List<KnownPerson> people) {
    return people.stream().filter(person -> person.smile() != null).toList();
  }
}
