package io.github.mien.training.detector;

import io.github.mien.face.AnchorFreeFaceDetector;
import io.github.mien.face.Box;
import io.github.mien.face.Detection;
import io.github.mien.face.FaceDetector;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.inference.InferenceBackend;
import io.github.mien.inference.SessionOptions;
import io.github.mien.onnx.OnnxRuntimeBackend;
import io.github.mien.opencv.MediaPipeModels;
import io.github.mien.opencv.OpenCvImageKernels;
import io.github.mien.opencv.OpenCvInferenceBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures detectors on validation portraits placed before scenes that training did not see, and on
 * crops of those scenes without faces.
 */
@Command(
    name = "detector-check",
    description = "Measures the face detector, beside others where their files are given.",
    mixinStandardHelpOptions = true)
public final class DetectorCheckCommand implements Callable<Integer> {
  private static final long SEED = 77L << 32;
  private static final int TIMED = 60;

  @Option(names = "--data", required = true, description = "Folder with portraits and scenes.")
  private Path data = Path.of(".");

  @Option(names = "--model", required = true, description = "The detector, an ONNX file.")
  private Path model = Path.of(".");

  @Option(names = "--references", description = "Folder of yunet, ultra-light and mediapipe.")
  private @Nullable Path references;

  @Option(names = "--backend", description = "onnxruntime or opencv (${DEFAULT-VALUE}).")
  private String backend = "onnxruntime";

  @Option(names = "--pictures", description = "Pictures with faces (${DEFAULT-VALUE}).")
  private int pictures = 1000;

  @Option(names = "--crops", description = "Crops without faces (${DEFAULT-VALUE}).")
  private int crops = 1000;

  @Option(names = "--min-score", description = "Least score (${DEFAULT-VALUE}).")
  private float minScore = AnchorFreeFaceDetector.MIN_SCORE;

  @Option(names = "--resolution", description = "Height of the input (${DEFAULT-VALUE}).")
  private int resolution = AnchorFreeFaceDetector.RESOLUTION;

  @Option(names = "--missed", description = "Folder for the pictures with missed faces.")
  private @Nullable Path missed;

  private final ImageKernels kernels = new OpenCvImageKernels();

  @Override
  public Integer call() throws IOException {
    Map<String, FaceDetector> detectors = detectors();
    TestPictures tests =
        new TestPictures(
            People.forValidation(data, kernels), Scenes.heldOut(data.resolve("scenes")), kernels);
    System.out.println(DetectorScore.header());
    for (Map.Entry<String, FaceDetector> e : detectors.entrySet()) {
      System.out.println(composed(tests, e.getValue()).row(e.getKey()));
    }
    System.out.println("\n| detector | false faces on " + crops + " crops | ms, 640 x 640 |");
    System.out.println("|---|---|---|");
    for (Map.Entry<String, FaceDetector> e : detectors.entrySet()) {
      System.out.printf(
          "| %s | %d | %.1f |%n",
          e.getKey(), falseFaces(tests, e.getValue()), milliseconds(tests, e.getValue()));
    }
    return 0;
  }

  private Map<String, FaceDetector> detectors() throws IOException {
    SessionOptions oneThread = SessionOptions.DEFAULT;
    InferenceBackend chosen =
        backend.equals("opencv") ? new OpenCvInferenceBackend() : new OnnxRuntimeBackend();
    Map<String, FaceDetector> detectors = new LinkedHashMap<>();
    detectors.put(
        "Mien",
        new AnchorFreeFaceDetector(
            chosen.open(Files.readAllBytes(model), oneThread), kernels, resolution, minScore));
    if (references != null) {
      Path task = references.resolve("mediapipe/face_landmarker.task");
      detectors.put("MediaPipe short range", MediaPipeModels.open(task).detector());
      byte[] yuNet = Files.readAllBytes(references.resolve("yunet/yunet_n_dynamic.onnx"));
      detectors.put("YuNet", new YuNet(new OnnxRuntimeBackend().open(yuNet, oneThread)));
      byte[] ultraLight =
          Files.readAllBytes(references.resolve("ultra-light/version-RFB-320.onnx"));
      detectors.put(
          "Ultra-Light RFB-320",
          new UltraLight(new OnnxRuntimeBackend().open(ultraLight, oneThread), kernels));
    }
    return detectors;
  }

  private DetectorScore composed(TestPictures tests, FaceDetector detector) throws IOException {
    DetectorScore score = new DetectorScore();
    for (int i = 0; i < pictures; i++) {
      ComposedPicture test = tests.withFaces(SEED + i);
      List<Detection> found = detector.detect(test.picture());
      score.add(test.faces(), test.picture().height(), found);
      if (missed != null && detector instanceof AnchorFreeFaceDetector) {
        drawIfMissed(test, found, missed.resolve("missed-%04d.png".formatted(i)));
      }
    }
    return score;
  }

  private static void drawIfMissed(ComposedPicture test, List<Detection> found, Path file)
      throws IOException {
    DetectorScore one = new DetectorScore();
    one.add(test.faces(), test.picture().height(), found);
    if (!one.isPerfect()) {
      Files.createDirectories(file.getParent());
      List<Box> boxes = found.stream().map(Detection::box).toList();
      ImageIO.write(LabelDrawing.of(test, boxes), "png", file.toFile());
    }
  }

  private int falseFaces(TestPictures tests, FaceDetector detector) {
    int found = 0;
    for (int i = 0; i < crops; i++) {
      found += detector.detect(tests.withoutFaces(SEED + i).copy()).size();
    }
    return found;
  }

  private double milliseconds(TestPictures tests, FaceDetector detector) {
    Image scaled = Image.create(640, 640, 3);
    kernels.resize(tests.withFaces(SEED).picture(), scaled);
    double[] times = new double[TIMED];
    for (int i = 0; i < TIMED; i++) {
      long start = System.nanoTime();
      detector.detect(scaled);
      times[i] = (System.nanoTime() - start) * 1e-6;
    }
    Arrays.sort(times);
    return times[TIMED / 4];
  }
}
