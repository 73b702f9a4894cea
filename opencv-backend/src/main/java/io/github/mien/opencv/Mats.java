package io.github.mien.opencv;

import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/** Copies pixels between Java's arrays and OpenCV's native memory. */
final class Mats {

  private Mats() {}

  /**
   * A copy of a part of a picture.
   *
   * @return released by the caller
   */
  static Mat copyOf(Image image, Rect area) {
    Mat bytes = new Mat(area.height(), area.width() * image.channels(), CvType.CV_8U);
    int rowBytes = area.width() * image.channels();
    if (rowBytes == image.stride()) {
      bytes.put(0, 0, image.data(), image.index(area.x(), area.y()), rowBytes * area.height());
    } else {
      for (int y = 0; y < area.height(); y++) {
        bytes.put(y, 0, image.data(), image.index(area.x(), area.y() + y), rowBytes);
      }
    }
    try {
      return bytes.reshape(image.channels());
    } finally {
      bytes.release();
    }
  }

  /** Copies all pixels of a matrix over those of a picture of its size. */
  static void copy(Mat pixels, Image image) {
    int rowBytes = image.width() * image.channels();
    byte[] row = new byte[rowBytes];
    for (int y = 0; y < image.height(); y++) {
      pixels.get(y, 0, row);
      System.arraycopy(row, 0, image.data(), image.index(0, y), rowBytes);
    }
  }
}
