package io.github.mien.training.morphable;

import io.github.mien.expression.Blendshape;
import io.github.mien.face.Landmarks;
import io.github.mien.model.ModelStore;
import io.github.mien.morphable.ExpressionPrior;
import io.github.mien.morphable.FaceBasis;
import io.github.mien.morphable.LeastSquaresFitter;
import io.github.mien.morphable.MorphableModel;
import io.github.mien.training.data.ArrayFile;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.data.PairedPerson;
import io.github.mien.training.data.Portraits;
import io.github.mien.training.expression.LandmarkerReadings;
import io.github.mien.training.synth.HeadTurn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Trains what a fit of the embedded statistical face needs besides it: priors of expression, and
 * the metric of identities. To be run again when the expression model or the landmarker changes.
 */
@Command(
    name = "morphable",
    description = "Trains the priors of morphable fits and the metric of identities.",
    mixinStandardHelpOptions = true)
public final class MorphableCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(MorphableCommand.class);
  private static final int READINGS = 2;
  private static final int TURNS = 3;
  private static final double MOST_YAW = 0.35;
  private static final double MOST_PITCH = 0.2;

  /** A coefficient that photos hardly show may still be there. */
  private static final double LEAST_DEVIATION = 0.02;

  @Option(names = "--data", required = true, description = "Folder with portraits.")
  private Path data = Path.of(".");

  @Option(names = "--out", required = true, description = "File to write, morphable.bin.")
  private Path out = Path.of("morphable.bin");

  @Option(names = "--landmarker", description = "An ONNX file instead of the embedded one.")
  private @Nullable Path landmarker;

  @Option(names = "--backend", description = "Back end of the landmarker by name.")
  private @Nullable String backend;

  @Option(
      names = "--noise",
      description =
          "Errors of points that fits reckon with, in eye distances (${DEFAULT-VALUE}). Larger than"
              + " a single point's, since neighbours err together.")
  private double noise = 0.03;

  @Option(
      names = "--spread",
      description = "Factor on the labels' deviations of coefficients (${DEFAULT-VALUE}).")
  private double spread = 2;

  @Option(names = "--seed", description = "Of crops and turns (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Override
  public Integer call() throws IOException {
    ModelStore store = ModelStore.embedded();
    store = landmarker == null ? store : store.with(ModelStore.LANDMARKER, landmarker);
    MorphableModel model = MorphableModel.load(store);
    List<LabelledPhoto> photos = Portraits.read(data).training();
    ExpressionPrior prior = prior(photos);
    LeastSquaresFitter fitter = new LeastSquaresFitter(FaceBasis.of(model, prior));
    List<PairedPerson> people = PairedPerson.in(photos);
    LOG.info("{} photos, {} people at rest and smiling", photos.size(), people.size());

    ArrayFile file = new ArrayFile();
    file.floats("expression.mean", prior.mean(), Blendshape.COUNT);
    file.floats("expression.deviations", prior.deviations(), Blendshape.COUNT);
    file.floats("noise", new float[] {(float) noise}, 1);
    int size = model.identityCount();
    file.floats("identity.whitening", whitening(people, fitter, store, model), size, size);
    Files.write(out, file.toBytes());
    return 0;
  }

  /**
   * Mean and deviation of the labels' coefficients and of their mirror images: a fit must not
   * prefer a side. Tongues are not labelled.
   */
  private ExpressionPrior prior(List<LabelledPhoto> photos) {
    float[] mean = new float[Blendshape.COUNT];
    float[] deviations = new float[Blendshape.COUNT];
    for (Blendshape shape : Blendshape.values()) {
      int k = shape.ordinal();
      double sum = 0, squares = 0;
      if (shape != Blendshape.TONGUE_OUT) {
        for (LabelledPhoto photo : photos) {
          for (Blendshape side : List.of(shape, shape.mirrored())) {
            double value = photo.coefficients()[side.ordinal() + 1];
            sum += value / (2 * photos.size());
            squares += value * value / (2 * photos.size());
          }
        }
      }
      mean[k] = (float) sum;
      deviations[k] =
          (float) Math.max(LEAST_DEVIATION, spread * Math.sqrt(Math.max(0, squares - sum * sum)));
    }
    return new ExpressionPrior(mean, deviations, 0, 1, noise);
  }

  /** From labels and readings of both photos, turned to all sides, and their mirror images. */
  private float[] whitening(
      List<PairedPerson> people, LeastSquaresFitter fitter, ModelStore store, MorphableModel model)
      throws IOException {
    IdentityScatter scatter = new IdentityScatter(model.identityCount());
    SplittableRandom random = new SplittableRandom(seed);
    int[] mirror = model.mirror();
    for (PairedPerson person : people) {
      List<Landmarks> seen = new ArrayList<>();
      for (LabelledPhoto photo : person.photos()) {
        seen.add(photo.landmarks());
        for (int i = 0; i < TURNS; i++) {
          seen.add(
              HeadTurn.apply(
                  photo.landmarks(),
                  random.nextDouble(-MOST_YAW, MOST_YAW),
                  random.nextDouble(-MOST_PITCH, MOST_PITCH)));
        }
      }
      for (LandmarkerReadings.Reading reading :
          LandmarkerReadings.of(person.photos(), store, backend, READINGS, seed)) {
        seen.add(Landmarks.of(reading.points()));
      }
      scatter.add(seen.stream().map(face -> fitter.fit(face).identity()).toList());
      scatter.add(
          seen.stream().map(face -> fitter.fit(mirrored(face, mirror)).identity()).toList());
    }
    return scatter.whitening();
  }

  private static Landmarks mirrored(Landmarks face, int[] mirror) {
    float[] points = new float[3 * Landmarks.COUNT];
    for (int p = 0; p < mirror.length; p++) {
      points[3 * p] = -face.x(mirror[p]);
      points[3 * p + 1] = face.y(mirror[p]);
      points[3 * p + 2] = face.z(mirror[p]);
    }
    return Landmarks.of(points);
  }
}
