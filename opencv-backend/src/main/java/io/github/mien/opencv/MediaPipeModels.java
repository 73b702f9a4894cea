package io.github.mien.opencv;

import io.github.mien.face.FaceAligner;
import io.github.mien.face.FaceDetector;
import io.github.mien.image.ImageKernels;
import io.github.mien.inference.InferenceSession;
import io.github.mien.model.ModelException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.opencv.core.CvException;
import org.opencv.core.MatOfByte;
import org.opencv.dnn.Dnn;
import org.opencv.dnn.Net;

/**
 * Google's face landmarker bundle ({@code face_landmarker.task}, Apache-2.0) in the place of Mien's
 * own detector and landmarker. The file is the user's: Mien neither ships nor downloads it. OpenCV
 * reads the bundle's detector (BlazeFace, 128 pixels) and its landmark net (256 pixels); it cannot
 * read the net of the blendshapes.
 *
 * <p>Thread-safe; calls take turns at each net. What it hands out works until it is closed.
 *
 * @see <a href="https://arxiv.org/abs/1907.05047">Bazarevsky et al. 2019, BlazeFace</a>
 * @see <a href="https://arxiv.org/abs/1907.06724">Kartynnik et al. 2019, Real-time Facial Surface
 *     Geometry from Monocular Video on Mobile GPUs</a>
 */
public final class MediaPipeModels implements AutoCloseable {
  private final InferenceSession detectorNet;
  private final InferenceSession landmarkNet;
  private final FaceDetector detector;
  private final FaceAligner aligner;

  private MediaPipeModels(InferenceSession detectorNet, InferenceSession landmarkNet) {
    ImageKernels kernels = new OpenCvImageKernels();
    this.detectorNet = detectorNet;
    this.landmarkNet = landmarkNet;
    this.detector = new MediaPipeDetector(detectorNet, kernels);
    this.aligner = new MediaPipeAligner(detector, landmarkNet, kernels);
  }

  /**
   * Reads a bundle.
   *
   * @param task path of {@code face_landmarker.task}
   * @throws IOException if the file cannot be read
   * @throws ModelException if it is no such bundle
   * @throws io.github.mien.inference.InferenceException if OpenCV's native library cannot be loaded
   */
  public static MediaPipeModels open(Path task) throws IOException {
    OpenCvLibrary.require();
    try (ZipFile bundle = new ZipFile(task.toFile())) {
      return new MediaPipeModels(
          read(task, bundle, "face_detector.tflite", MediaPipeDetector.OUTPUTS),
          read(task, bundle, "face_landmarks_detector.tflite", MediaPipeAligner.OUTPUTS));
    } catch (ZipException e) {
      throw notTheBundle(task, "it is no zip file", e);
    }
  }

  private static InferenceSession read(Path task, ZipFile bundle, String name, List<String> outputs)
      throws IOException {
    ZipEntry entry = bundle.getEntry(name);
    if (entry == null) {
      throw notTheBundle(task, "it holds no " + name, null);
    }
    MatOfByte bytes = new MatOfByte(bundle.getInputStream(entry).readAllBytes());
    try {
      Net net = Dnn.readNetFromTFLite(bytes);
      if (!net.getLayerNames().containsAll(outputs)) {
        throw notTheBundle(task, name + " lacks the outputs " + outputs, null);
      }
      return new OpenCvSession(net, List.of(OpenCvSession.ONLY_INPUT), outputs);
    } catch (CvException e) {
      throw notTheBundle(task, "OpenCV cannot read its " + name, e);
    } finally {
      bytes.release();
    }
  }

  private static ModelException notTheBundle(Path task, String reason, @Nullable Exception cause) {
    return new ModelException(
        task
            + " is not MediaPipe's face_landmarker.task: "
            + reason
            + ". Get the file from MediaPipe's model page again.",
        cause);
  }

  /** Finds faces; the corners of the mouth are a guess from its middle. */
  public FaceDetector detector() {
    return detector;
  }

  /** Finds faces and their 478 points. */
  public FaceAligner aligner() {
    return aligner;
  }

  @Override
  public void close() {
    detectorNet.close();
    landmarkNet.close();
  }
}
