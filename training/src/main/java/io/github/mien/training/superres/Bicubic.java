package io.github.mien.training.superres;

import io.github.mien.image.Image;

/**
 * The scaling that super-resolution is measured against, in both directions: Keys' cubic with a =
 * -0.5 (Catmull-Rom; Keys 1981, doi 10.1109/TASSP.1981.1163711), widened by the factor where it
 * shrinks so that nothing aliases, pixels beyond the border repeated. MATLAB's {@code imresize}
 * does the same but for the border.
 */
final class Bicubic {
  private static final double A = -0.5;

  private Bicubic() {}

  /** A scaled RGB copy, rounded to levels 0..255. */
  static Image resize(Image source, int width, int height) {
    Taps columns = Taps.of(source.width(), width);
    Taps rows = Taps.of(source.height(), height);
    float[] wide = new float[3 * width * source.height()];
    for (int y = 0, out = 0; y < source.height(); y++) {
      for (int x = 0; x < width; x++, out += 3) {
        for (int k = 0; k < columns.count; k++) {
          int in = source.index(columns.index[x * columns.count + k], y);
          float weight = columns.weight[x * columns.count + k];
          for (int c = 0; c < 3; c++) {
            wide[out + c] += weight * (source.data()[in + c] & 0xff);
          }
        }
      }
    }
    Image target = Image.create(width, height, 3);
    int stride = 3 * width;
    float[] line = new float[stride];
    for (int y = 0; y < height; y++) {
      java.util.Arrays.fill(line, 0);
      for (int k = 0; k < rows.count; k++) {
        int in = rows.index[y * rows.count + k] * stride;
        float weight = rows.weight[y * rows.count + k];
        for (int i = 0; i < stride; i++) {
          line[i] += weight * wide[in + i];
        }
      }
      for (int i = 0; i < stride; i++) {
        target.data()[y * stride + i] = (byte) Math.max(0, Math.min(255, Math.round(line[i])));
      }
    }
    return target;
  }

  /** Keys' kernel. */
  static double kernel(double distance) {
    double d = Math.abs(distance);
    if (d < 1) {
      return ((A + 2) * d - (A + 3)) * d * d + 1;
    }
    return d < 2 ? ((d - 5) * d + 8) * A * d - 4 * A : 0;
  }

  /**
   * Where each number of a line comes from.
   *
   * @param count how many of the source enter one
   */
  private record Taps(int count, int[] index, float[] weight) {

    static Taps of(int source, int target) {
      double step = (double) source / target;
      double reach = Math.max(1, step);
      int count = (int) Math.ceil(4 * reach) + 1;
      int[] index = new int[target * count];
      float[] weight = new float[target * count];
      for (int i = 0; i < target; i++) {
        double centre = (i + 0.5) * step - 0.5;
        int first = (int) Math.floor(centre - 2 * reach) + 1;
        double sum = 0;
        for (int k = 0; k < count; k++) {
          sum += kernel((first + k - centre) / reach);
        }
        for (int k = 0; k < count; k++) {
          index[i * count + k] = Math.max(0, Math.min(source - 1, first + k));
          weight[i * count + k] = (float) (kernel((first + k - centre) / reach) / sum);
        }
      }
      return new Taps(count, index, weight);
    }
  }
}
