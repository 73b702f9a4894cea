package io.github.mien.opencv;

import io.github.mien.image.Image;
import java.nio.file.Path;
import org.opencv.core.Mat;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** Photos for tests, read by OpenCV. */
final class Photos {

  private Photos() {}

  static Image read(Path file) {
    OpenCvLibrary.require();
    Mat mat = Imgcodecs.imread(file.toString());
    Imgproc.cvtColor(mat, mat, Imgproc.COLOR_BGR2RGB);
    Image image = Image.create(mat.cols(), mat.rows(), 3);
    mat.get(0, 0, image.data());
    return image;
  }
}
