package io.github.mien.training.landmarker;

import io.github.mien.model.ModelStore;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.data.Labels;
import io.github.mien.training.data.Mirror;
import io.github.mien.training.data.Portraits;
import io.github.mien.training.data.Scenes;
import io.github.mien.training.run.RunOptions;
import io.github.mien.training.run.TrainingRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains the landmarker and writes it as ONNX. */
@Command(
    name = "landmarker",
    description = "Trains the landmarker: face crop to 478 points, presence and features.",
    mixinStandardHelpOptions = true)
public final class LandmarkerCommand implements Callable<Integer> {
  @Mixin private RunOptions options = new RunOptions();

  @Option(names = "--labels", description = "Labels instead of portraits/labels.jsonl.gz.")
  private @Nullable Path labels;

  @Option(
      names = "--generated",
      description = "Folder of generated pictures with labels.jsonl of the same form.")
  private List<Path> generated = new ArrayList<>();

  @Option(names = "--samples", description = "Samples at most (${DEFAULT-VALUE}).")
  private long samples = 450_000;

  @Override
  public Integer call() throws IOException, InterruptedException {
    options.configure();
    Portraits original = Portraits.read(options.data());
    List<LabelledPhoto> validation = original.validation();
    List<LabelledPhoto> training =
        labels == null ? original.training() : Portraits.read(options.data(), labels).training();
    List<FaceSource> photos = read(training);
    List<FaceSource> made = new ArrayList<>();
    for (Path folder : generated) {
      made.addAll(read(Labels.read(folder.resolve("labels.jsonl"), folder)));
    }
    System.out.printf(
        "%d photos, %d generated faces, %d validation photos%n",
        photos.size(), made.size(), validation.size());
    SampleMaker maker =
        new SampleMaker(
            photos,
            made,
            Scenes.read(options.data()),
            Mirror.of(training),
            new CoefficientMirror(coefficientNames(options.data().resolve("portraits"))),
            options.seed());
    new TrainingRun<>(
            ModelStore.LANDMARKER,
            new LandmarkLesson(maker, new LandmarkValidation(validation, 1)),
            LandmarkLesson.RECIPE,
            options.out())
        .train(options.start(), options.budget(samples / LandmarkLesson.BATCH));
    return 0;
  }

  private static List<FaceSource> read(List<LabelledPhoto> photos) throws IOException {
    List<FaceSource> faces = new ArrayList<>();
    for (LabelledPhoto photo : photos) {
      faces.add(FaceSource.read(photo));
    }
    return faces;
  }

  private static List<String> coefficientNames(Path portraits) throws IOException {
    String names = Files.readString(portraits.resolve("blendshape-names.json"));
    return Stream.of(names.replaceAll("[\\[\\]\"\\s]", "").split(",")).toList();
  }
}
