package io.github.mien.training.landmarker;

import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.data.Labels;
import io.github.mien.training.data.Mirror;
import io.github.mien.training.data.Portraits;
import io.github.mien.training.data.Scenes;
import io.github.mien.training.net.LibTorch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains the landmarker and writes it as ONNX. */
@Command(
    name = "landmarker",
    description = "Trains the landmarker: face crop to 478 points, presence and features.",
    mixinStandardHelpOptions = true)
public final class LandmarkerCommand implements Callable<Integer> {
  @Option(names = "--data", required = true, description = "Folder with portraits and scenes.")
  private Path data = Path.of(".");

  @Option(names = "--out", required = true, description = "Folder for checkpoints and the model.")
  private Path out = Path.of(".");

  @Option(names = "--labels", description = "Labels instead of portraits/labels.jsonl.gz.")
  private @Nullable Path labels;

  @Option(
      names = "--generated",
      description = "Folder of generated pictures with labels.jsonl of the same form.")
  private List<Path> generated = new ArrayList<>();

  @Option(names = "--start", description = "Checkpoint to go on from.")
  private @Nullable Path start;

  @Option(names = "--samples", description = "Samples at most (${DEFAULT-VALUE}).")
  private long samples = 450_000;

  @Option(names = "--minutes", description = "Minutes at most (${DEFAULT-VALUE}).")
  private double minutes = 600;

  @Option(names = "--rate", description = "Highest learning rate (${DEFAULT-VALUE}).")
  private double rate = 2e-3;

  @Option(names = "--threads", description = "Threads of LibTorch (${DEFAULT-VALUE}).")
  private int threads = 1;

  @Option(names = "--seed", description = "Seed of weights and samples (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Override
  public Integer call() throws IOException, InterruptedException {
    LibTorch.configure(threads, seed);
    Portraits original = Portraits.read(data);
    List<LabelledPhoto> validation = original.validation();
    List<LabelledPhoto> training =
        labels == null ? original.training() : Portraits.read(data, labels).training();
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
            Scenes.read(data),
            Mirror.of(training),
            new CoefficientMirror(coefficientNames(data.resolve("portraits"))),
            seed);
    LandmarkValidation measure = new LandmarkValidation(validation, 1);
    LandmarkTrainer trainer =
        new LandmarkTrainer(
            maker,
            new LandmarkTrainer.Schedule(samples, 60 * minutes, rate, 1e-5, 150),
            out,
            measure::measure);
    if (start != null) {
      trainer.startFrom(start);
    }
    trainer.train();
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
