package io.github.mien.benchmarks;

import io.github.mien.image.Image;
import nu.pattern.OpenCV;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/** Pictures for what is measured of OpenCV. */
final class OpenCvPictures {
  private OpenCvPictures() {}

  /** Loads OpenCV, to work on one thread. */
  static void load() {
    OpenCV.loadLocally();
    Core.setNumThreads(1);
  }

  /** A copy of a whole RGB picture. */
  static Mat of(Image image) {
    Mat mat = new Mat(image.height(), image.width(), CvType.CV_8UC3);
    mat.put(0, 0, image.data());
    return mat;
  }
}
