package io.github.mien.training.morphable;

import io.github.mien.face.Landmarks;
import io.github.mien.model.ModelStore;
import io.github.mien.morphable.ExpressionPrior;
import io.github.mien.morphable.FaceBasis;
import io.github.mien.morphable.IdentityMetric;
import io.github.mien.morphable.LeastSquaresFitter;
import io.github.mien.morphable.MorphableFit;
import io.github.mien.morphable.MorphableModel;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.data.PairedPerson;
import io.github.mien.training.data.Portraits;
import io.github.mien.training.expression.LandmarkerReadings;
import io.github.mien.training.synth.HeadTurn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures morphable fits on the validation photos. */
@Command(
    name = "morphable-report",
    description = "Measures morphable fits on the validation photos.",
    mixinStandardHelpOptions = true)
public final class MorphableReportCommand implements Callable<Integer> {
  private static final long SEED = 20;

  /** The smiling photo is turned by this much to see what pose does to identity; radians. */
  private static final double YAW = 0.35;

  @Option(names = "--data", required = true, description = "Folder with portraits.")
  private Path data = Path.of(".");

  @Option(names = "--model", description = "A morphable.bin instead of the embedded one.")
  private @Nullable Path model;

  @Option(names = "--landmarker", description = "An ONNX file instead of the embedded one.")
  private @Nullable Path landmarker;

  @Option(names = "--backend", description = "Back end by name.")
  private @Nullable String backend;

  @Override
  public Integer call() throws IOException {
    ModelStore store = store();
    MorphableModel face = MorphableModel.load(store);
    ExpressionPrior prior = ExpressionPrior.load(store);
    IdentityMetric metric = IdentityMetric.load(store);
    LeastSquaresFitter all = new LeastSquaresFitter(FaceBasis.of(face, prior));
    LeastSquaresFitter ibug = new LeastSquaresFitter(FaceBasis.ibug68(face, prior));
    List<LabelledPhoto> photos = Portraits.read(data).validation();
    Map<String, Landmarks> labels = new HashMap<>();
    Map<String, Landmarks> read = new HashMap<>();
    for (LandmarkerReadings.Reading reading :
        LandmarkerReadings.of(photos, store, backend, 1, SEED)) {
      String name = reading.photo().name();
      labels.put(name, reading.photo().landmarks());
      read.put(name, Landmarks.of(reading.points()));
    }
    List<PairedPerson> people = PairedPerson.in(photos);
    System.out.printf(
        "%d photos, %d people at rest and smiling, distances of points in %% of the eye distance%n",
        photos.size(), people.size());
    System.out.println(
        "| points | residual | from the label's points | distance | crossed | alike |"
            + " any two |");
    System.out.println("|---|---|---|---|---|---|---|");
    print("478, label's", labels, labels, all, people, metric);
    print("478, landmarker's", read, labels, all, people, metric);
    print(
        "478, landmarker's, smile turned 20°", turned(read, people), Map.of(), all, people, metric);
    print("68, landmarker's", read, labels, ibug, people, metric);
    return 0;
  }

  private ModelStore store() {
    ModelStore store = ModelStore.embedded();
    store = model == null ? store : store.with(ModelStore.MORPHABLE, model);
    return landmarker == null ? store : store.with(ModelStore.LANDMARKER, landmarker);
  }

  private static Map<String, Landmarks> turned(
      Map<String, Landmarks> faces, List<PairedPerson> people) {
    Map<String, Landmarks> turned = new HashMap<>(faces);
    double yaw = YAW;
    for (PairedPerson person : people) {
      turned.computeIfPresent(person.smile().name(), turn(yaw));
      yaw = -yaw;
    }
    return turned;
  }

  private static BiFunction<String, Landmarks, Landmarks> turn(double yaw) {
    return (name, face) -> HeadTurn.apply(face, yaw, 0);
  }

  private static void print(
      String points,
      Map<String, Landmarks> faces,
      Map<String, Landmarks> labels,
      LeastSquaresFitter fitter,
      List<PairedPerson> people,
      IdentityMetric metric) {
    Map<String, MorphableFit> fits = new HashMap<>();
    double residual = 0, error = 0;
    for (Map.Entry<String, Landmarks> face : faces.entrySet()) {
      MorphableFit fit = fitter.fit(face.getValue());
      fits.put(face.getKey(), fit);
      residual += fit.residual() / faces.size();
      error += error(fit, fitter.basis(), labels.get(face.getKey())) / faces.size();
    }
    float[] deviations = fitter.basis().identityDeviations();
    String fromLabels = labels.isEmpty() ? "" : String.format(Locale.ROOT, "%.2f", error);
    String figures = String.format(Locale.ROOT, "| %s | %.2f | %s |", points, residual, fromLabels);
    print(figures, "Euclid", fits, people, (a, b) -> distance(a, b, null));
    print("| | | |", "in deviations", fits, people, (a, b) -> distance(a, b, deviations));
    print("| | | |", "IdentityMetric", fits, people, metric::distance);
  }

  private static void print(
      String figures,
      String name,
      Map<String, MorphableFit> fits,
      List<PairedPerson> people,
      ToDoubleBiFunction<float[], float[]> distance) {
    List<float[]> rest = new ArrayList<>();
    List<float[]> smile = new ArrayList<>();
    for (PairedPerson person : people) {
      rest.add(Objects.requireNonNull(fits.get(person.rest().name())).identity());
      smile.add(Objects.requireNonNull(fits.get(person.smile().name())).identity());
    }
    Separation s = Separation.of(rest, smile, distance);
    System.out.printf(
        Locale.ROOT,
        "%s %s | %.4f | %.4f | %.4f |%n",
        figures,
        name,
        s.crossed(),
        s.alike(),
        s.anyTwo());
  }

  /** Where the fit has points, compared with the labels. */
  private static double error(MorphableFit fit, FaceBasis basis, @Nullable Landmarks label) {
    if (label == null) {
      return Double.NaN;
    }
    float[] at = fit.frame().toPicture(basis.shape(fit.identity(), fit.expression()));
    int[] points = basis.points();
    double sum = 0;
    for (int i = 0; i < points.length; i++) {
      sum += Math.hypot(at[3 * i] - label.x(points[i]), at[3 * i + 1] - label.y(points[i]));
    }
    return 100 * sum / points.length / label.eyeDistance();
  }

  private static double distance(float[] a, float[] b, float @Nullable [] deviations) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double d = (a[i] - b[i]) / (deviations == null ? 1 : deviations[i]);
      sum += d * d;
    }
    return Math.sqrt(sum);
  }
}
