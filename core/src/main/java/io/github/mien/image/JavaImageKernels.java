package io.github.mien.image;

import io.github.mien.provider.Availability;
import java.util.Arrays;

/**
 * The kernels in plain Java: the oracle of the compatibility suite, and what runs where no other is
 * on the module path.
 */
final class JavaImageKernels implements ImageKernels {
  static final JavaImageKernels INSTANCE = new JavaImageKernels();

  private JavaImageKernels() {}

  @Override
  public String name() {
    return "java";
  }

  @Override
  public int priority() {
    return 0;
  }

  @Override
  public Availability probe() {
    return new Availability(true, "Java " + Runtime.version().feature());
  }

  @Override
  public void warp(Image source, Affine toSource, Image target) {
    requireSameChannels(source, target);
    AffineWarp.warp(source, toSource, target);
  }

  @Override
  public void remap(Image source, float[] mapX, float[] mapY, Image target, Rect area) {
    requireSameChannels(source, target);
    if (!target.bounds().contains(area)) {
      throw new IllegalArgumentException(area + " is not inside " + target.bounds());
    }
    BicubicRemap.remap(source, mapX, mapY, target, area);
  }

  private static int clamp(int v, int max) {
    return v < 0 ? 0 : Math.min(v, max);
  }

  @Override
  public void resize(Image source, Image target) {
    requireSameChannels(source, target);
    if (AreaAverage.suits(source, target)) {
      AreaAverage.resize(source, target);
      return;
    }
    double sx = (double) source.width() / target.width();
    double sy = (double) source.height() / target.height();
    Taps columns = Taps.of(source.width(), target.width(), sx);
    Taps rows = Taps.of(source.height(), target.height(), sy);
    int channels = source.channels();
    int width = target.width() * channels;
    float[] line = new float[source.width() * channels];
    float[] sum = new float[width];
    for (int y = 0; y < target.height(); y++) {
      averageRows(source, rows, y, line);
      Arrays.fill(sum, 0.5f);
      for (int x = 0; x < target.width(); x++) {
        int first = columns.first[x] * channels;
        for (int k = columns.start[x]; k < columns.start[x + 1]; k++, first += channels) {
          float w = columns.weight[k];
          for (int c = 0; c < channels; c++) {
            sum[x * channels + c] += w * line[first + c];
          }
        }
      }
      int out = target.index(0, y);
      for (int i = 0; i < width; i++) {
        target.data()[out + i] = (byte) (int) Math.min(255, sum[i]);
      }
    }
  }

  private static void averageRows(Image source, Taps rows, int y, float[] line) {
    Arrays.fill(line, 0);
    byte[] data = source.data();
    for (int k = rows.start[y], r = rows.first[y]; k < rows.start[y + 1]; k++, r++) {
      float w = rows.weight[k];
      int in = source.index(0, r);
      for (int i = 0; i < line.length; i++) {
        line[i] += w * (data[in + i] & 0xff);
      }
    }
  }

  /** For each target pixel, which source pixels it averages and with what weight. */
  private record Taps(int[] first, int[] start, float[] weight) {
    static Taps of(int source, int target, double scale) {
      int[] first = new int[target];
      int[] start = new int[target + 1];
      float[] weight = new float[(int) ((Math.ceil(Math.max(1, scale)) + 2) * target)];
      int n = 0;
      for (int i = 0; i < target; i++) {
        double half = Math.max(1, scale) / 2;
        double center = (i + 0.5) * scale;
        start[i] = n;
        if (scale >= 1) {
          int from = Math.max(0, (int) Math.floor(center - half + 1e-9));
          int to = Math.min(source, (int) Math.ceil(center + half - 1e-9));
          first[i] = from;
          for (int k = from; k < to; k++) {
            weight[n++] =
                (float) ((Math.min(k + 1, center + half) - Math.max(k, center - half)) / scale);
          }
        } else {
          double at = Math.max(0, Math.min(source - 1, center - 0.5));
          int from = Math.min((int) at, Math.max(0, source - 2));
          first[i] = from;
          double f = at - from;
          weight[n++] = (float) (1 - f);
          if (source > 1) {
            weight[n++] = (float) f;
          }
        }
      }
      start[target] = n;
      return new Taps(first, start, weight);
    }
  }

  @Override
  public void blur(float[] source, int width, int height, double sigma, float[] target) {
    if (sigma <= 0) {
      System.arraycopy(source, 0, target, 0, width * height);
      return;
    }
    float[] kernel = gaussian(sigma);
    int radius = kernel.length / 2;
    float[] across = new float[width * height];
    float[] line = new float[width + 2 * radius];
    for (int y = 0; y < height; y++) {
      int row = y * width;
      System.arraycopy(source, row, line, radius, width);
      Arrays.fill(line, 0, radius, source[row]);
      Arrays.fill(line, radius + width, line.length, source[row + width - 1]);
      for (int k = 0; k < kernel.length; k++) {
        addScaled(line, k, kernel[k], across, row, width);
      }
    }
    for (int y = 0; y < height; y++) {
      Arrays.fill(target, y * width, (y + 1) * width, 0);
      for (int k = 0; k < kernel.length; k++) {
        int row = clamp(y + k - radius, height - 1) * width;
        addScaled(across, row, kernel[k], target, y * width, width);
      }
    }
  }

  private static void addScaled(
      float[] source, int from, float factor, float[] target, int to, int count) {
    for (int i = 0; i < count; i++) {
      target[to + i] += factor * source[from + i];
    }
  }

  private static float[] gaussian(double sigma) {
    int radius = (int) Math.ceil(3 * sigma);
    float[] kernel = new float[2 * radius + 1];
    double sum = 0;
    for (int i = 0; i < kernel.length; i++) {
      double d = (i - radius) / sigma;
      kernel[i] = (float) Math.exp(-d * d / 2);
      sum += kernel[i];
    }
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] /= (float) sum;
    }
    return kernel;
  }

  private static void requireSameChannels(Image source, Image target) {
    if (source.channels() != target.channels()) {
      throw new IllegalArgumentException(
          "both pictures need as many channels: " + source + ", " + target);
    }
  }
}
