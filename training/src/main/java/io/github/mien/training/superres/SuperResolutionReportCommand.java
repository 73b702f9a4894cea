package io.github.mien.training.superres;

import io.github.mien.face.FaceCrop;
import io.github.mien.face.Landmarker;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.Rect;
import io.github.mien.inference.Backends;
import io.github.mien.inference.InferenceBackend;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.SessionOptions;
import io.github.mien.model.ModelStore;
import io.github.mien.superres.FaceSharpening;
import io.github.mien.superres.SuperResolution;
import io.github.mien.training.data.LabelledPhoto;
import io.github.mien.training.data.PaintablePhotos;
import io.github.mien.training.data.Photos;
import io.github.mien.training.data.Portraits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures an exported network on the validation faces, bicubic interpolation beside it. */
@Command(
    name = "superres-report",
    description = "Measures super-resolution on the validation faces, bicubic beside it.",
    mixinStandardHelpOptions = true)
public final class SuperResolutionReportCommand implements Callable<Integer> {
  private static final int WARM_UP = 20;
  private static final int RUNS = 100;
  private static final int TIMED = 64;

  @Option(names = "--data", required = true, description = "Folder with portraits.")
  private Path data = Path.of(".");

  @Option(names = "--model", description = "ONNX file; default: the embedded one.")
  private @Nullable Path model;

  @Option(names = "--backend", description = "Back end by name.")
  private @Nullable String backend;

  @Option(
      names = "--pictures",
      description = "Folder for bicubic, network and photo beside each other, by 4.")
  private @Nullable Path pictures;

  @Override
  public Integer call() throws IOException {
    List<LabelledPhoto> photos = PaintablePhotos.of(Portraits.read(data).validation());
    ModelStore store = ModelStore.embedded();
    if (model != null) {
      store = store.with(ModelStore.SUPER_RESOLUTION, model);
    }
    InferenceBackend chosen = Backends.discover().choose(backend);
    try (InferenceSession enlarging =
            store.open(ModelStore.SUPER_RESOLUTION, chosen, SessionOptions.DEFAULT);
        InferenceSession reading =
            store.open(ModelStore.LANDMARKER, chosen, SessionOptions.DEFAULT)) {
      SuperResolution network = new SuperResolution(enlarging, ImageKernels.java());
      Landmarker landmarker = new Landmarker(reading, ImageKernels.java());
      System.out.println(
          "| factor | faces | bicubic dB | network dB | gain | least gain | points move, bicubic |"
              + " network | most |");
      System.out.println("|---|---|---|---|---|---|---|---|---|");
      for (int factor : new int[] {4, 2}) {
        row(factor, photos, network, landmarker);
      }
      sharpened(photos, network);
      System.out.printf(
          Locale.ROOT,
          "%d x %d to %d x %d: %.1f ms, median of %d%n",
          TIMED,
          TIMED,
          4 * TIMED,
          4 * TIMED,
          milliseconds(network),
          RUNS);
    }
    return 0;
  }

  private void row(
      int factor, List<LabelledPhoto> photos, SuperResolution network, Landmarker landmarker)
      throws IOException {
    double bicubicPsnr = 0, networkPsnr = 0, leastGain = Double.MAX_VALUE;
    double bicubicMove = 0, networkMove = 0, mostMove = 0;
    for (LabelledPhoto photo : photos) {
      Image truth = Reduction.whole(Photos.read(photo.file()));
      Image small = Reduction.by(factor, truth);
      Image bicubic = Bicubic.resize(small, truth.width(), truth.height());
      Image ours = network.enlarge(small, factor);
      Rect face = FaceScore.area(photo.landmarks().bounds(), truth);
      double plain = FaceScore.psnr(bicubic.view(face), truth.view(face));
      double better = FaceScore.psnr(ours.view(face), truth.view(face));
      bicubicPsnr += plain / photos.size();
      networkPsnr += better / photos.size();
      leastGain = Math.min(leastGain, better - plain);
      FaceCrop start = FaceCrop.of(photo.landmarks());
      Landmarks expected = landmarker.readTwice(truth, start).landmarks();
      double move = move(expected, landmarker.readTwice(ours, start).landmarks());
      bicubicMove +=
          move(expected, landmarker.readTwice(bicubic, start).landmarks()) / photos.size();
      networkMove += move / photos.size();
      mostMove = Math.max(mostMove, move);
      if (factor == 4) {
        save(photo, face, bicubic, ours, truth);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "| %d | %d | %.2f | %.2f | %.2f | %.2f | %.2f %% | %.2f %% | %.2f %% |%n",
        factor,
        photos.size(),
        bicubicPsnr,
        networkPsnr,
        networkPsnr - bicubicPsnr,
        leastGain,
        bicubicMove,
        networkMove,
        mostMove);
  }

  /** What is won where a photo was enlarged by interpolation and its face is sharpened in place. */
  private static void sharpened(List<LabelledPhoto> photos, SuperResolution network)
      throws IOException {
    FaceSharpening sharpening = new FaceSharpening(network, ImageKernels.java());
    for (int blur : new int[] {2, 4}) {
      double before = 0, after = 0;
      for (LabelledPhoto photo : photos) {
        Image truth = Reduction.whole(Photos.read(photo.file()));
        Image blurred = Bicubic.resize(Reduction.by(blur, truth), truth.width(), truth.height());
        Image sharp = blurred.copy();
        sharpening.sharpen(blurred, photo.landmarks(), blur, sharp);
        Rect face = inner(FaceScore.area(photo.landmarks().bounds(), truth));
        before += FaceScore.psnr(blurred.view(face), truth.view(face)) / photos.size();
        after += FaceScore.psnr(sharp.view(face), truth.view(face)) / photos.size();
      }
      System.out.printf(
          Locale.ROOT,
          "sharpened, blur %d, from brows to mouth: %.2f dB to %.2f dB%n",
          blur,
          before,
          after);
    }
  }

  /** Where a sharpened face has faded in. */
  private static Rect inner(Rect face) {
    return new Rect(
        face.x() + face.width() / 4,
        face.y() + face.height() / 4,
        face.width() / 2,
        face.height() / 2);
  }

  /** Mean distance of the points in percent of the eye distance. */
  private static double move(Landmarks from, Landmarks to) {
    double sum = 0;
    for (int i = 0; i < Landmarks.COUNT; i++) {
      sum += Math.hypot(to.x(i) - from.x(i), to.y(i) - from.y(i));
    }
    return 100 * sum / Landmarks.COUNT / from.eyeDistance();
  }

  private void save(LabelledPhoto photo, Rect face, Image... versions) throws IOException {
    if (pictures == null) {
      return;
    }
    Image sheet = Image.create(versions.length * face.width(), face.height(), 3);
    for (int i = 0; i < versions.length; i++) {
      Rect place = new Rect(i * face.width(), 0, face.width(), face.height());
      versions[i].view(face).copyTo(sheet.view(place));
    }
    Files.createDirectories(pictures);
    String name = photo.name().replace('/', '-').replaceAll("\\.\\w+$", ".png");
    ImageIO.write(Photos.toBuffered(sheet), "png", pictures.resolve(name).toFile());
  }

  private static double milliseconds(SuperResolution network) {
    Image face = Image.create(TIMED, TIMED, 3);
    for (int i = 0; i < WARM_UP; i++) {
      network.enlarge(face);
    }
    double[] times = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      long start = System.nanoTime();
      network.enlarge(face);
      times[i] = (System.nanoTime() - start) / 1e6;
    }
    java.util.Arrays.sort(times);
    return times[RUNS / 2];
  }
}
