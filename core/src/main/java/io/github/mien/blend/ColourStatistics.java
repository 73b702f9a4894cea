package io.github.mien.blend;

import io.github.mien.image.Image;
import org.jspecify.annotations.Nullable;

/**
 * Mean and standard deviation of the colours of a picture or a part of it, channel by channel.
 *
 * @param mean of its pixels
 * @param deviation from the mean; none is negative
 */
public record ColourStatistics(Oklab mean, Oklab deviation) {
  /** A picture of more pixels than this on a side is read in steps. */
  private static final int SIDE = 128;

  /**
   * Of a whole picture.
   *
   * @param image alpha is left out; of a large one an even share of the pixels is read
   */
  public static ColourStatistics of(Image image) {
    return of(image, null);
  }

  /**
   * Of the pixels that a mask means.
   *
   * @param image alpha is left out; of a large one an even share of the pixels is read
   * @param mask of the image's size, null for all pixels
   * @throws IllegalArgumentException if the mask is of another size or means no pixel
   */
  public static ColourStatistics of(Image image, @Nullable Mask mask) {
    if (mask != null) {
      mask.checkFits(image);
    }
    Sums sums = new Sums();
    for (int step = 1 + Math.max(image.width(), image.height()) / SIDE;
        sums.count == 0 && step > 0;
        step /= 2) {
      sums.add(image, mask, step);
    }
    if (sums.count == 0) {
      throw new IllegalArgumentException("the mask means no pixel: there are no colours in it");
    }
    return new ColourStatistics(sums.mean(), sums.deviation());
  }

  private static final class Sums {
    private final double[] sum = new double[3];
    private final double[] squares = new double[3];
    private int count;

    void add(Image image, @Nullable Mask mask, int step) {
      float[] lab = new float[3];
      for (int y = step / 2; y < image.height(); y += step) {
        for (int x = step / 2; x < image.width(); x += step) {
          if (mask == null || mask.data()[mask.index(x, y)] != 0) {
            OklabPixels.read(image.data(), image.index(x, y), lab);
            for (int c = 0; c < 3; c++) {
              sum[c] += lab[c];
              squares[c] += (double) lab[c] * lab[c];
            }
            count++;
          }
        }
      }
    }

    Oklab mean() {
      return new Oklab(sum[0] / count, sum[1] / count, sum[2] / count);
    }

    Oklab deviation() {
      return new Oklab(deviation(0), deviation(1), deviation(2));
    }

    private double deviation(int c) {
      double mean = sum[c] / count;
      return Math.sqrt(Math.max(0, squares[c] / count - mean * mean));
    }
  }
}
