package io.github.mien.training.refiner;

import io.github.mien.encode.LandmarkExpressionEncoder;
import io.github.mien.face.Landmarker;
import io.github.mien.face.Landmarks;
import io.github.mien.image.ImageKernels;
import io.github.mien.inference.Backends;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.SessionOptions;
import io.github.mien.model.ModelStore;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.data.Labels;
import io.github.mien.training.data.Portraits;
import io.github.mien.training.data.Scenes;
import io.github.mien.training.expression.LandmarkerReadings;
import io.github.mien.training.run.RunOptions;
import io.github.mien.training.run.TrainingRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains the networks that look at eyes and lips again and writes them as ONNX. */
@Command(
    name = "refiner",
    description = {
      "Trains the networks that read eyes and lips again in patches.",
      "With --start DIR it goes on from the checkpoints in a folder."
    },
    mixinStandardHelpOptions = true)
public final class RefinerCommand implements Callable<Integer> {
  private static final int READINGS = 3;
  private static final double[] KNOWN_FACES = {1, 2};
  private static final double[] NEW_FACES = {0.7, 1.4};

  @Mixin private RunOptions options = new RunOptions();

  @Option(
      names = "--generated",
      description = "Folder of generated pictures with labels.jsonl of the same form.")
  private @Nullable Path generated;

  @Option(names = "--part", description = "${COMPLETION-CANDIDATES}; all if left out.")
  private List<PatchedPart> parts = List.of(PatchedPart.values());

  @Option(names = "--samples", description = "Samples of each part (${DEFAULT-VALUE}).")
  private long samples = 200_000;

  @Override
  public Integer call() throws IOException, InterruptedException {
    options.configure();
    Map<LabelledPhoto, List<Landmarks>> photos;
    Map<LabelledPhoto, List<Landmarks>> made;
    try (InferenceSession net =
        ModelStore.embedded()
            .open(ModelStore.LANDMARKER, Backends.discover().choose(), SessionOptions.DEFAULT)) {
      Landmarker landmarker = new Landmarker(net, ImageKernels.java());
      photos = readings(landmarker, Portraits.read(options.data()).training(), READINGS);
      made = generated == null ? Map.of() : readings(landmarker, generatedFaces(generated), 1);
    }
    System.out.printf("%d photos, %d generated faces%n", photos.size(), made.size());
    for (PatchedPart part : parts) {
      PatchSamples maker =
          new PatchSamples(
              part,
              sources(photos, KNOWN_FACES, part),
              sources(made, NEW_FACES, part),
              Scenes.read(options.data()),
              options.seed());
      Path start = options.start();
      new TrainingRun<>(
              part.model(), new PatchLesson(part, maker), PatchLesson.RECIPE, options.out())
          .train(
              start == null ? null : start.resolve(part.model() + ".ckpt"),
              options.budget(samples / PatchLesson.BATCH));
    }
    return 0;
  }

  private static List<LabelledPhoto> generatedFaces(Path folder) throws IOException {
    return Labels.read(folder.resolve("labels.jsonl"), folder);
  }

  /** What the landmarker alone reads. */
  private Map<LabelledPhoto, List<Landmarks>> readings(
      Landmarker landmarker, List<LabelledPhoto> photos, int each) throws IOException {
    Map<LabelledPhoto, List<Landmarks>> readings = new LinkedHashMap<>();
    for (LandmarkerReadings.Reading reading :
        LandmarkerReadings.of(photos, landmarker, each, options.seed())) {
      readings
          .computeIfAbsent(reading.photo(), photo -> new ArrayList<>())
          .add(Landmarks.of(reading.points()));
    }
    return readings;
  }

  private static List<PatchSource> sources(
      Map<LabelledPhoto, List<Landmarks>> readings, double[] errors, PatchedPart part)
      throws IOException {
    LandmarkExpressionEncoder encoder = LandmarkExpressionEncoder.load(ModelStore.embedded());
    List<PatchSource> sources = new ArrayList<>();
    for (Map.Entry<LabelledPhoto, List<Landmarks>> photo : readings.entrySet()) {
      sources.add(PatchSource.read(photo.getKey(), photo.getValue(), errors, encoder, part));
    }
    return sources;
  }
}
