package io.github.mien.training.landmarker;

import io.github.mien.face.FaceCrop;
import io.github.mien.face.LandmarkNetworks;
import io.github.mien.face.Landmarker;
import io.github.mien.image.ImageKernels;
import io.github.mien.inference.Backends;
import io.github.mien.inference.SessionOptions;
import io.github.mien.model.ModelStore;
import io.github.mien.training.data.Complexion;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.data.Photos;
import io.github.mien.training.data.Portraits;
import io.github.mien.training.data.ReferenceLandmarker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the landmarker on the validation photos, refined or not, the reference beside it. */
@Command(
    name = "landmarker-report",
    description = "Measures a landmarker on the validation photos, clean and made harder.",
    mixinStandardHelpOptions = true)
public final class LandmarkerReportCommand implements Callable<Integer> {
  private static final long SEED = 20;

  @Option(names = "--data", required = true, description = "Folder with portraits.")
  private Path data = Path.of(".");

  @Option(names = "--model", description = "An ONNX file instead of the embedded landmarker.")
  private @Nullable Path model;

  @Option(names = "--eyes", description = "An ONNX file instead of the embedded landmarker-eyes.")
  private @Nullable Path eyes;

  @Option(names = "--mouth", description = "An ONNX file instead of the embedded landmarker-mouth.")
  private @Nullable Path mouth;

  @Option(names = "--reference", description = "Path of face_landmarker.task.")
  private @Nullable Path reference;

  @Option(names = "--backend", description = "Back end by name.")
  private @Nullable String backend;

  @Override
  public Integer call() throws IOException {
    List<LabelledPhoto> photos = Portraits.read(data).validation();
    ReferenceLandmarker other = reference == null ? null : ReferenceLandmarker.open(reference);
    try (LandmarkNetworks networks =
        LandmarkNetworks.open(
            store(), Backends.discover().choose(backend), SessionOptions.DEFAULT)) {
      Landmarker coarse = networks.coarseLandmarker(ImageKernels.java());
      Landmarker refined = networks.landmarker(ImageKernels.java());
      System.out.println(
          "| picture | two passes: all / lips / lids / irises / brows | refined | reference |"
              + " ratio |");
      System.out.println("|---|---|---|---|---|");
      for (Severity severity : Severity.values()) {
        row(severity.title(), severity, photos, coarse, refined, other);
      }
      for (Complexion complexion : Complexion.values()) {
        String skin = complexion.name().toLowerCase(Locale.ROOT) + " skin";
        row(skin, Severity.CLEAN, of(complexion, photos), coarse, refined, other);
      }
    }
    return 0;
  }

  private ModelStore store() {
    ModelStore store = ModelStore.embedded();
    store = model == null ? store : store.with(ModelStore.LANDMARKER, model);
    store = eyes == null ? store : store.with(ModelStore.LANDMARKER_EYES, eyes);
    return mouth == null ? store : store.with(ModelStore.LANDMARKER_MOUTH, mouth);
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
      Landmarker coarse,
      Landmarker refined,
      @Nullable ReferenceLandmarker reference)
      throws IOException {
    SplittableRandom random = new SplittableRandom(SEED);
    LandmarkError before = new LandmarkError();
    LandmarkError own = new LandmarkError();
    LandmarkError others = new LandmarkError();
    for (LabelledPhoto photo : photos) {
      Severity.Labelled clean = new Severity.Labelled(Photos.read(photo.file()), photo.landmarks());
      Severity.Labelled hard = severity.apply(clean, random.split());
      FaceCrop start = StartCrops.jittered(hard.landmarks(), random);
      before.add(coarse.readTwice(hard.picture(), start).landmarks(), hard.landmarks());
      own.add(refined.readTwice(hard.picture(), start).landmarks(), hard.landmarks());
      if (reference != null) {
        others.add(reference.twoPasses(hard.picture(), start).landmarks(), hard.landmarks());
      }
    }
    String row = "| %s | %s | %s ".formatted(title, before, own);
    System.out.println(
        reference == null
            ? row + "| | |"
            : row + String.format(Locale.ROOT, "| %s | %.2f |", others, own.all() / others.all()));
  }
}
