package io.github.mien.training.methods;

import io.github.mien.Mien;
import io.github.mien.encode.EncoderMethod;
import io.github.mien.face.LandmarkNetworks;
import io.github.mien.image.ImageKernels;
import io.github.mien.inference.Backends;
import io.github.mien.inference.InferenceBackend;
import io.github.mien.inference.SessionOptions;
import io.github.mien.model.ModelStore;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.data.Portraits;
import io.github.mien.training.heads.Comparison;
import io.github.mien.training.heads.PhotoFaces;
import io.github.mien.training.net.LibTorch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures every encoder and every transfer on the validation photos and pairs. */
@Command(
    name = "methods-report",
    description = "Measures all encoders and transfers beside each other: accuracy and time.",
    mixinStandardHelpOptions = true)
public final class MethodsReportCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(MethodsReportCommand.class);
  private static final long SEED = 1;

  @Option(names = "--data", required = true, description = "Folder with portraits.")
  private Path data = Path.of(".");

  @Option(
      names = "--reference",
      required = true,
      description = "The MediaPipe bundle face_landmarker.task, which judges.")
  private Path reference = Path.of(".");

  @Option(names = "--out", required = true, description = "The Markdown file to write.")
  private Path out = Path.of(".");

  @Option(names = "--backend", description = "Back end by name.")
  private @Nullable String backend;

  @Override
  public Integer call() throws IOException {
    LibTorch.configure(1, SEED);
    // As whoever takes mien-onnx alone has it; OpenCV is here for the reference.
    System.setProperty(ImageKernels.PROPERTY, ImageKernels.java().name());
    InferenceBackend networks = Backends.discover().choose(backend);
    List<LabelledPhoto> photos = Portraits.read(data).validation();
    Path portraits = data.resolve("portraits");
    List<TransferPair> pairs = TransferPair.read(portraits.resolve("validation-pairs.csv"));
    MethodsReport report =
        new MethodsReport(
            Machine.description(networks.name()),
            photos.size(),
            pairs.size(),
            encoders(networks, photos));
    try (Reference judge = new Reference(reference)) {
      JudgedPhotos judged = new JudgedPhotos(portraits, judge);
      for (Choice choice : Choice.all()) {
        transfers(choice, networks, pairs, judged, report);
      }
    }
    Files.writeString(out, report.markdown());
    return 0;
  }

  private static void transfers(
      Choice choice,
      InferenceBackend networks,
      List<TransferPair> pairs,
      JudgedPhotos photos,
      MethodsReport report)
      throws IOException {
    LOG.info("{} with {}", choice.encoder().label(), choice.transfer().label());
    try (Mien mien = mien(choice, networks)) {
      PairRun estimated = new PairRun(pairs, mien, photos, false);
      PairRun known = new PairRun(pairs, mien, photos, true);
      TransferScore withoutRest = estimated.score();
      TransferScore withRest = known.score();
      // Last, when all code is compiled.
      report.add(choice, estimated.times(), withoutRest, withRest);
    }
  }

  private static List<Comparison.Row> encoders(
      InferenceBackend networks, List<LabelledPhoto> photos) throws IOException {
    ModelStore models = ModelStore.embedded();
    LOG.info("encoders on {} photos", photos.size());
    Comparison comparison = new Comparison();
    for (EncoderMethod method : EncoderMethod.values()) {
      comparison.add(method, models);
    }
    try (LandmarkNetworks landmarks =
        LandmarkNetworks.open(models, networks, SessionOptions.DEFAULT)) {
      return comparison.measure(
          new PhotoFaces(landmarks.landmarker(ImageKernels.java()), SEED), photos);
    }
  }

  private static Mien mien(Choice choice, InferenceBackend networks) throws IOException {
    return Mien.builder()
        .backend(networks.name())
        .encoder(choice.encoder())
        .transfer(choice.transfer())
        .build();
  }
}
