package io.github.mien.training.detector;

import io.github.mien.face.Box;
import io.github.mien.face.Detection;
import io.github.mien.face.FaceDetector;
import io.github.mien.image.Image;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.objdetect.FaceDetectorYN;

/** YuNet as OpenCV runs it, at the picture's own size: to compare with. For one thread. */
final class YuNet implements FaceDetector {
  private static final float MIN_SCORE = 0.6f;
  private static final float MAX_OVERLAP = 0.3f;
  private static final int MOST = 5000;

  private final FaceDetectorYN net;

  YuNet(Path model) {
    net =
        FaceDetectorYN.create(
            model.toString(), "", new Size(320, 320), MIN_SCORE, MAX_OVERLAP, MOST);
  }

  @Override
  public List<Detection> detect(Image image) {
    Mat picture = new Mat(image.height(), image.width(), CvType.CV_8UC3);
    Mat faces = new Mat();
    try {
      byte[] row = new byte[3 * image.width()];
      for (int y = 0; y < image.height(); y++) {
        for (int x = 0; x < image.width(); x++) {
          for (int c = 0; c < 3; c++) {
            row[3 * x + c] = image.data()[image.index(x, y) + 2 - c];
          }
        }
        picture.put(y, 0, row);
      }
      net.setInputSize(picture.size());
      net.detect(picture, faces);
      List<Detection> found = new ArrayList<>();
      float[] v = new float[15];
      for (int i = 0; i < faces.rows(); i++) {
        faces.get(i, 0, v);
        found.add(
            new Detection(
                new Box(v[0], v[1], v[0] + v[2], v[1] + v[3]),
                v[14],
                java.util.Arrays.copyOfRange(v, 4, 14)));
      }
      return found;
    } finally {
      picture.release();
      faces.release();
    }
  }
}
