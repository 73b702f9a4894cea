package io.github.mien.training.landmarker;

import io.github.mien.face.FaceCrop;
import io.github.mien.face.Landmarker;
import io.github.mien.image.ImageKernels;
import io.github.mien.inference.Backends;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.SessionOptions;
import io.github.mien.training.data.Complexion;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.data.Photos;
import io.github.mien.training.data.Portraits;
import io.github.mien.training.data.ReferenceLandmarker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures an exported landmarker on the validation photos, the reference beside it. */
@Command(
    name = "landmarker-report",
    description = "Measures a landmarker on the validation photos, clean and made harder.",
    mixinStandardHelpOptions = true)
public final class LandmarkerReportCommand implements Callable<Integer> {
  private static final long SEED = 20;

  @Option(names = "--data", required = true, description = "Folder with portraits.")
  private Path data = Path.of(".");

  @Option(names = "--model", required = true, description = "The landmarker's ONNX file.")
  private Path model = Path.of(".");

  @Option(names = "--reference", description = "Path of face_landmarker.task.")
  private @Nullable Path reference;

  @Option(names = "--backend", description = "Back end by name.")
  private @Nullable String backend;

  @Override
  public Integer call() throws IOException {
    List<LabelledPhoto> photos = Portraits.read(data).validation();
    ReferenceLandmarker other = reference == null ? null : ReferenceLandmarker.open(reference);
    try (InferenceSession session =
        Backends.discover()
            .choose(backend)
            .open(Files.readAllBytes(model), SessionOptions.DEFAULT)) {
      Landmarker landmarker = new Landmarker(session, ImageKernels.java());
      System.out.println("| picture | ours: all / lips / lids / irises | reference | ratio |");
      System.out.println("|---|---|---|---|");
      for (Severity severity : Severity.values()) {
        row(severity.title(), severity, photos, landmarker, other);
      }
      for (Complexion complexion : Complexion.values()) {
        String skin = complexion.name().toLowerCase(Locale.ROOT) + " skin";
        row(skin, Severity.CLEAN, of(complexion, photos), landmarker, other);
      }
    }
    return 0;
  }

  private static List<LabelledPhoto> of(Complexion complexion, List<LabelledPhoto> photos)
      throws IOException {
    List<LabelledPhoto> group = new ArrayList<>();
    for (LabelledPhoto photo : photos) {
      if (Complexion.of(Photos.read(photo.file()), photo.landmarks()) == complexion) {
        group.add(photo);
      }
    }
    return group;
  }

  private static void row(
      String title,
      Severity severity,
      List<LabelledPhoto> photos,
      Landmarker ours,
      @Nullable ReferenceLandmarker reference)
      throws IOException {
    SplittableRandom random = new SplittableRandom(SEED);
    LandmarkError own = new LandmarkError();
    LandmarkError others = new LandmarkError();
    for (LabelledPhoto photo : photos) {
      Severity.Labelled clean = new Severity.Labelled(Photos.read(photo.file()), photo.landmarks());
      Severity.Labelled hard = severity.apply(clean, random.split());
      FaceCrop start = StartCrops.jittered(hard.landmarks(), random);
      own.add(ours.readTwice(hard.picture(), start).landmarks(), hard.landmarks());
      if (reference != null) {
        others.add(reference.twoPasses(hard.picture(), start).landmarks(), hard.landmarks());
      }
    }
    String row = "| %s | %s ".formatted(title, own);
    System.out.println(
        reference == null
            ? row + "| | |"
            : row + String.format(Locale.ROOT, "| %s | %.2f |", others, own.all() / others.all()));
  }
}
