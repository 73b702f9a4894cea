package io.github.mien.samples.average;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The mean, at each pixel, of those in the middle by luminance: where hair and clothes differ, the
 * ghosts of the few are left out.
 */
final class TrimmedMean {
  private TrimmedMean() {}

  /**
   * @param share of the pictures to leave out at either end, less than half
   */
  static LinearImage of(List<LinearImage> images, double share) {
    float[] everywhere = new float[images.get(0).planes[0].length];
    Arrays.fill(everywhere, 1);
    return of(images, Collections.nCopies(images.size(), everywhere), share);
  }

  /**
   * Of the pictures that show something at a pixel; of all where none does.
   *
   * @param shown how much each pixel of each picture counts; from a half on it does
   */
  static LinearImage of(List<LinearImage> images, List<float[]> shown, double share) {
    LinearImage mean = new LinearImage(images.get(0).size);
    long[] order = new long[images.size()];
    for (int pixel = 0; pixel < mean.size * mean.size; pixel++) {
      int n = order(images, shown, pixel, 0.5f, order);
      if (n == 0) {
        n = order(images, shown, pixel, 0, order);
      }
      int left = (int) (share * n);
      for (int channel = 0; channel < 3; channel++) {
        float sum = 0;
        for (int rank = left; rank < n - left; rank++) {
          sum += images.get((int) order[rank]).planes[channel][pixel];
        }
        mean.planes[channel][pixel] = sum / (n - 2 * left);
      }
    }
    return mean;
  }

  /** Puts the numbers of the pictures that count in the order of their luminance. */
  private static int order(
      List<LinearImage> images, List<float[]> shown, int pixel, float least, long[] order) {
    int n = 0;
    for (int i = 0; i < images.size(); i++) {
      if (shown.get(i)[pixel] >= least) {
        // Light is not negative, so that the bits sort like the number.
        order[n++] = (long) Float.floatToIntBits(images.get(i).luminance(pixel)) << 32 | i;
      }
    }
    Arrays.sort(order, 0, n);
    return n;
  }
}
