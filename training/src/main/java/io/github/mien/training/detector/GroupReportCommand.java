package io.github.mien.training.detector;

import io.github.mien.face.AnchorFreeFaceDetector;
import io.github.mien.face.FaceAligner;
import io.github.mien.face.FaceDetector;
import io.github.mien.face.LandmarkNetworks;
import io.github.mien.face.TiledFaceDetector;
import io.github.mien.face.TwoPassFaceAligner;
import io.github.mien.image.ImageKernels;
import io.github.mien.inference.Backends;
import io.github.mien.inference.InferenceBackend;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.SessionOptions;
import io.github.mien.model.ModelStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how many faces of group pictures are found, and how exactly, by their size. */
@Command(
    name = "group-report",
    description = "Measures detection and landmarks on groups of validation portraits.",
    mixinStandardHelpOptions = true)
public final class GroupReportCommand implements Callable<Integer> {
  private static final long SEED = 1000;
  private static final int MOST_PEOPLE = 12;

  @Option(names = "--data", required = true, description = "Folder with portraits and scenes.")
  private Path data = Path.of(".");

  @Option(names = "--pictures", description = "Groups of 2 to 12 people (${DEFAULT-VALUE}).")
  private int pictures = 40;

  @Option(names = "--width", description = "Of the pictures in pixels (${DEFAULT-VALUE}).")
  private int width = 1600;

  @Option(names = "--height", description = "Of the pictures in pixels (${DEFAULT-VALUE}).")
  private int height = 1200;

  @Option(names = "--smallest", description = "Height of a face in pixels (${DEFAULT-VALUE}).")
  private double smallest = 26;

  @Option(names = "--largest", description = "Height of a face in pixels (${DEFAULT-VALUE}).")
  private double largest = 120;

  @Override
  public Integer call() throws IOException {
    ImageKernels kernels = ImageKernels.java();
    GroupPictures groups =
        new GroupPictures(
            People.forValidation(data, kernels), Scenes.heldOut(data.resolve("scenes")), kernels);
    InferenceBackend backend = Backends.discover().choose(null);
    ModelStore store = ModelStore.embedded();
    try (InferenceSession net = store.open(ModelStore.DETECTOR, backend, SessionOptions.DEFAULT);
        LandmarkNetworks landmarks =
            LandmarkNetworks.open(store, backend, SessionOptions.DEFAULT)) {
      AnchorFreeFaceDetector one = new AnchorFreeFaceDetector(net, kernels);
      Map<String, FaceDetector> detectors = new LinkedHashMap<>();
      detectors.put("whole picture", one);
      detectors.put("and tiles", new TiledFaceDetector(one));
      System.out.println(GroupScore.header());
      for (Map.Entry<String, FaceDetector> e : detectors.entrySet()) {
        FaceAligner aligner = new TwoPassFaceAligner(e.getValue(), landmarks.landmarker(kernels));
        System.out.println(score(groups, aligner).row(e.getKey()));
      }
    }
    return 0;
  }

  private GroupScore score(GroupPictures groups, FaceAligner aligner) {
    GroupScore score = new GroupScore();
    for (int i = 0; i < pictures; i++) {
      int people = 2 + i % (MOST_PEOPLE - 1);
      GroupPicture group =
          groups.compose(
              SEED + i,
              width,
              height,
              new GroupPictures.Arrangement(people, smallest, largest, 1.6));
      score.add(group, aligner.align(group.picture()));
    }
    return score;
  }
}
