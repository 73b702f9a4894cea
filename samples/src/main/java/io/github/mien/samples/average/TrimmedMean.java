package io.github.mien.samples.average;

import java.util.Arrays;
import java.util.List;

/**
 * The mean, at each pixel, of those in the middle by luminance: where hair and clothes differ, the
 * ghosts of the few are left out.
 */
final class TrimmedMean {
  private TrimmedMean() {}

  /**
   * @param left how many to leave out at either end; less than half of them
   */
  static LinearImage of(List<LinearImage> images, int left) {
    LinearImage mean = new LinearImage(images.get(0).size);
    int n = images.size();
    long[] order = new long[n];
    for (int pixel = 0; pixel < mean.size * mean.size; pixel++) {
      for (int i = 0; i < n; i++) {
        // Light is not negative, so that the bits sort like the number.
        order[i] = (long) Float.floatToIntBits(images.get(i).luminance(pixel)) << 32 | i;
      }
      Arrays.sort(order);
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
}
