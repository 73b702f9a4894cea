package io.github.mien.training.data;

import io.github.mien.face.FaceCrop;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.inference.Planes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.dnn.Dnn;
import org.opencv.dnn.Net;

/**
 * The landmark net of MediaPipe's bundle, run by OpenCV: what labels generated pictures, and what
 * ours is measured beside. Unlike the aligner of the OpenCV back end it starts from a given crop.
 * For one thread.
 */
public final class ReferenceLandmarker {
  private static final int SIZE = 256;
  private static final double MARGIN = 1.5;
  private static final List<String> OUTPUTS = List.of("Identity", "Identity_1");

  private final Net net;

  private ReferenceLandmarker(Net net) {
    this.net = net;
  }

  /**
   * What it says.
   *
   * @param landmarks in picture coordinates
   * @param presence 0..1
   */
  public record Reading(Landmarks landmarks, float presence) {}

  /**
   * @param task path of {@code face_landmarker.task}
   */
  public static ReferenceLandmarker open(Path task) throws IOException {
    nu.pattern.OpenCV.loadLocally();
    try (ZipFile bundle = new ZipFile(task.toFile())) {
      ZipEntry entry = bundle.getEntry("face_landmarks_detector.tflite");
      if (entry == null) {
        throw new IOException(task + " holds no face_landmarks_detector.tflite");
      }
      byte[] bytes = bundle.getInputStream(entry).readAllBytes();
      return new ReferenceLandmarker(Dnn.readNetFromTFLite(new MatOfByte(bytes)));
    }
  }

  /** Two passes: in the start crop, then in the crop of the points just found. */
  public Reading twoPasses(Image picture, FaceCrop start) {
    return once(picture, FaceCrop.of(once(picture, start).landmarks()));
  }

  private Reading once(Image picture, FaceCrop at) {
    // Pixel SIZE / 2 lies on the centre, as in the program that made the labels of the photos.
    double scale = at.side() * MARGIN / FaceCrop.MARGIN / SIZE;
    Affine toPicture =
        Affine.similarity(1, 0, -SIZE / 2.0, -SIZE / 2.0)
            .then(Affine.similarity(scale, at.angle(), at.centerX(), at.centerY()));
    Image crop = Image.create(SIZE, SIZE, 3);
    ImageKernels.java().warp(picture, toPicture, crop);
    Mat input = new Mat(new int[] {1, 3, SIZE, SIZE}, CvType.CV_32F);
    input.put(new int[] {0, 0, 0, 0}, Planes.of(crop, 1 / 255f, 0).data());
    net.setInput(input);
    List<Mat> outputs = new ArrayList<>();
    net.forward(outputs, OUTPUTS);
    double logit = read(outputs.get(1))[0];
    Landmarks points = Landmarks.of(read(outputs.get(0))).map(toPicture);
    input.release();
    outputs.forEach(Mat::release);
    return new Reading(points, (float) (1 / (1 + Math.exp(-logit))));
  }

  private static float[] read(Mat mat) {
    Mat row = mat.reshape(1, 1);
    float[] values = new float[(int) row.total()];
    row.get(0, 0, values);
    return values;
  }
}
