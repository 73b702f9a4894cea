package io.github.mien.cli;

import io.github.mien.Target;
import io.github.mien.face.Box;
import io.github.mien.image.Image;

/** Compares two pictures where a face is, in the smallest box around its points. */
final class FacePixels {
  private final int x0;
  private final int y0;
  private final int x1;
  private final int y1;

  private FacePixels(int x0, int y0, int x1, int y1) {
    this.x0 = x0;
    this.y0 = y0;
    this.x1 = x1;
    this.y1 = y1;
  }

  static FacePixels of(Target target) {
    Box box = target.face().face().landmarks().bounds();
    return new FacePixels(
        (int) Math.max(0, box.x0()),
        (int) Math.max(0, box.y0()),
        (int) Math.min(target.image().width(), box.x1()),
        (int) Math.min(target.image().height(), box.y1()));
  }

  /** What is done with the difference of two levels. */
  private interface Measure {
    double of(int difference);
  }

  /** Mean absolute difference in grey levels. */
  double difference(Image a, Image b) {
    return mean(a, b, Math::abs);
  }

  /** Peak signal-to-noise ratio in dB; infinite where nothing differs. */
  double psnr(Image a, Image b) {
    return 10 * Math.log10(255 * 255 / mean(a, b, d -> d * d));
  }

  private double mean(Image a, Image b, Measure measure) {
    double sum = 0;
    for (int y = y0; y < y1; y++) {
      for (int x = x0; x < x1; x++) {
        for (int c = 0; c < 3; c++) {
          sum += measure.of(a.sample(x, y, c) - b.sample(x, y, c));
        }
      }
    }
    return sum / 3 / (x1 - x0) / (y1 - y0);
  }
}
