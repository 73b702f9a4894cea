package io.github.mien.training.superres;

import io.github.mien.face.Box;
import io.github.mien.image.Image;
import io.github.mien.image.Rect;

/** How near an enlarged face is to the photo that was reduced. */
final class FaceScore {
  private FaceScore() {}

  /** The whole pixels of a face's box inside a picture. */
  static Rect area(Box box, Image picture) {
    int x0 = (int) Math.floor(box.x0());
    int y0 = (int) Math.floor(box.y0());
    Rect face = new Rect(x0, y0, (int) Math.ceil(box.x1()) - x0, (int) Math.ceil(box.y1()) - y0);
    return picture.bounds().intersection(face);
  }

  /**
   * Peak signal-to-noise ratio of luma (ITU-R BT.601, full range) in dB.
   *
   * @param a of the size of b
   */
  static double psnr(Image a, Image b) {
    double sum = 0;
    for (int y = 0; y < a.height(); y++) {
      for (int x = 0; x < a.width(); x++) {
        double difference = luma(a, x, y) - luma(b, x, y);
        sum += difference * difference;
      }
    }
    return 10 * Math.log10(255 * 255 * a.width() * (double) a.height() / sum);
  }

  private static double luma(Image image, int x, int y) {
    int i = image.index(x, y);
    byte[] data = image.data();
    return 0.299 * (data[i] & 0xff) + 0.587 * (data[i + 1] & 0xff) + 0.114 * (data[i + 2] & 0xff);
  }
}
