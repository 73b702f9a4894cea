package io.github.mien.training.expression;

import io.github.mien.encode.LandmarkExpressionEncoder;
import io.github.mien.expression.Blendshape;
import io.github.mien.model.ModelStore;
import io.github.mien.training.data.CoefficientError;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.data.Portraits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures the encoder on the validation photos: from the points of the labels, and from those that
 * the landmarker finds.
 */
@Command(
    name = "expression-report",
    description = "Measures an expression model on the validation photos.",
    mixinStandardHelpOptions = true)
public final class ExpressionReportCommand implements Callable<Integer> {
  private static final long SEED = 20;

  @Option(names = "--data", required = true, description = "Folder with portraits.")
  private Path data = Path.of(".");

  @Option(names = "--model", description = "An expression.bin instead of the embedded one.")
  private @Nullable Path model;

  @Option(names = "--landmarker", description = "An ONNX file instead of the embedded one.")
  private @Nullable Path landmarker;

  @Option(names = "--backend", description = "Back end by name.")
  private @Nullable String backend;

  @Override
  public Integer call() throws IOException {
    ModelStore store = store();
    LandmarkExpressionEncoder encoder = LandmarkExpressionEncoder.load(store);
    List<LabelledPhoto> photos = Portraits.read(data).validation();
    CoefficientError ofLabels = new CoefficientError();
    CoefficientError ofPhotos = new CoefficientError();
    for (LandmarkerReadings.Reading reading :
        LandmarkerReadings.of(photos, store, backend, 1, SEED)) {
      float[] scores = reading.photo().coefficients();
      float[] label = Arrays.copyOfRange(scores, 1, scores.length);
      float[] exact = reading.photo().landmarks().toArray();
      ofLabels.add(encoder.coefficients(exact), label);
      ofPhotos.add(encoder.coefficients(reading.points()), label);
    }
    print(ofLabels, ofPhotos);
    return 0;
  }

  private ModelStore store() {
    ModelStore store = ModelStore.embedded();
    store = model == null ? store : store.with(ModelStore.EXPRESSION, model);
    return landmarker == null ? store : store.with(ModelStore.LANDMARKER, landmarker);
  }

  private static void print(CoefficientError labels, CoefficientError photos) {
    System.out.println(
        "| name | deviation | error, label's points | r | error, landmarker's points | r |");
    System.out.println("|---|---|---|---|---|---|");
    for (Blendshape shape : Blendshape.values()) {
      if (labels.varies(shape)) {
        System.out.printf(
            Locale.ROOT,
            "| %s | %.3f | %.3f | %.2f | %.3f | %.2f |%n",
            shape.arkitName(),
            labels.deviation(shape),
            labels.meanAbsolute(shape),
            labels.correlation(shape),
            photos.meanAbsolute(shape),
            photos.correlation(shape));
      }
    }
    System.out.printf(
        Locale.ROOT,
        "| mean | | %.4f | | %.4f | |%n",
        labels.meanAbsolute(),
        photos.meanAbsolute());
  }
}
