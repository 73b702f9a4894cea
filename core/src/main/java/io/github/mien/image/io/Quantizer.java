package io.github.mien.image.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Few colours that stand for many: cells of the histogram are parted where that takes most of the
 * variance away (Wan, Wong and Prusinkiewicz, <a href="https://doi.org/10.1145/42458.42461">An
 * algorithm for multidimensional data clustering</a>, 1988), then moved to where the colours around
 * them are (k-means). Distances are those of sRGB: in Oklab, files of portraits became larger and
 * their errors, dithered and seen from afar, no smaller.
 */
final class Quantizer {
  private static final int ROUNDS = 12;

  /** Distances that may be computed: pictures of nothing but noise have very many colours. */
  private static final long MOST_DISTANCES = 80_000_000;

  private final int size;
  private final float[] rgb;
  private final float[] weights;
  private final int[] order;

  private Quantizer(ColorHistogram histogram) {
    this.size = histogram.size();
    this.rgb = new float[3 * size];
    this.weights = new float[size];
    this.order = new int[size];
    int[] colors = new int[size];
    histogram.copyTo(colors, weights);
    for (int i = 0; i < size; i++) {
      unpack(colors[i], rgb, 3 * i);
      order[i] = i;
    }
  }

  /**
   * The best colours found.
   *
   * @param limit how many at most
   * @return 0xRRGGBB, each once, ascending; none for pictures that are wholly transparent
   */
  static int[] colors(ColorHistogram histogram, int limit) {
    if (histogram.hasFewColors() && histogram.fewColors().length <= limit) {
      return histogram.fewColors();
    }
    Quantizer quantizer = new Quantizer(histogram);
    float[] centres = quantizer.part(limit);
    quantizer.refine(centres);
    int[] colors = new int[centres.length / 3];
    for (int i = 0; i < colors.length; i++) {
      colors[i] =
          Math.round(centres[3 * i]) << 16
              | Math.round(centres[3 * i + 1]) << 8
              | Math.round(centres[3 * i + 2]);
    }
    return Arrays.stream(colors).sorted().distinct().toArray();
  }

  /** Some of the cells, {@code order[from..to)}. */
  private record Box(int from, int to, int axis, double error, float[] mean) {}

  private float[] part(int limit) {
    PriorityQueue<Box> open =
        new PriorityQueue<>(Comparator.comparingDouble(Box::error).reversed());
    List<Box> single = new ArrayList<>();
    open.add(box(0, size));
    while (!open.isEmpty() && open.size() + single.size() < limit) {
      Box box = open.remove();
      if (box.error <= 0) {
        single.add(box);
        continue;
      }
      int middle = parted(box);
      open.add(box(box.from, middle));
      open.add(box(middle, box.to));
    }
    open.addAll(single);
    float[] centres = new float[3 * open.size()];
    int out = 0;
    for (Box box : open) {
      System.arraycopy(box.mean, 0, centres, out, 3);
      out += 3;
    }
    return centres;
  }

  private Box box(int from, int to) {
    double weight = 0;
    double[] sum = new double[3];
    double[] squares = new double[3];
    for (int i = from; i < to; i++) {
      float w = weights[order[i]];
      weight += w;
      for (int c = 0; c < 3; c++) {
        float v = rgb[3 * order[i] + c];
        sum[c] += w * v;
        squares[c] += w * v * v;
      }
    }
    int axis = 0;
    float[] mean = new float[3];
    double[] error = new double[3];
    for (int c = 0; c < 3; c++) {
      mean[c] = (float) (sum[c] / weight);
      error[c] = to - from < 2 ? 0 : squares[c] - sum[c] * sum[c] / weight;
      axis = error[c] > error[axis] ? c : axis;
    }
    return new Box(from, to, axis, error[axis], mean);
  }

  /** Sorts a box along its longest axis; returns where its two halves differ most. */
  private int parted(Box box) {
    int axis = box.axis;
    Integer[] sorted = new Integer[box.to - box.from];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = order[box.from + i];
    }
    Arrays.sort(sorted, Comparator.comparingDouble(cell -> rgb[3 * cell + axis]));
    double weight = 0;
    double sum = 0;
    for (int i = 0; i < sorted.length; i++) {
      order[box.from + i] = sorted[i];
      weight += weights[sorted[i]];
      sum += weights[sorted[i]] * rgb[3 * sorted[i] + axis];
    }
    double before = 0;
    double sumBefore = 0;
    double best = -1;
    int middle = box.from + 1;
    for (int i = box.from; i < box.to - 1; i++) {
      before += weights[order[i]];
      sumBefore += weights[order[i]] * rgb[3 * order[i] + axis];
      double rest = sum - sumBefore;
      double gain = sumBefore * sumBefore / before + rest * rest / (weight - before);
      if (gain > best) {
        best = gain;
        middle = i + 1;
      }
    }
    return middle;
  }

  private void refine(float[] centres) {
    int count = centres.length / 3;
    double[] sums = new double[4 * count];
    long rounds = Math.max(1, Math.min(ROUNDS, MOST_DISTANCES / ((long) size * count)));
    for (int round = 0; round < rounds; round++) {
      Arrays.fill(sums, 0);
      for (int i = 0; i < size; i++) {
        int to = 4 * nearest(centres, rgb[3 * i], rgb[3 * i + 1], rgb[3 * i + 2]);
        for (int c = 0; c < 3; c++) {
          sums[to + c] += weights[i] * rgb[3 * i + c];
        }
        sums[to + 3] += weights[i];
      }
      for (int k = 0; k < count; k++) {
        for (int c = 0; c < 3 && sums[4 * k + 3] > 0; c++) {
          centres[3 * k + c] = (float) (sums[4 * k + c] / sums[4 * k + 3]);
        }
      }
    }
  }

  /** Writes a colour's three levels, 0..255, from an index on. */
  static void unpack(int color, float[] rgb, int at) {
    rgb[at] = color >> 16 & 0xff;
    rgb[at + 1] = color >> 8 & 0xff;
    rgb[at + 2] = color & 0xff;
  }

  /** Number of the colour that is nearest. */
  static int nearest(float[] colors, float r, float g, float b) {
    int best = 0;
    float least = Float.MAX_VALUE;
    for (int at = 0, k = 0; at < colors.length; at += 3, k++) {
      float dr = colors[at] - r;
      float dg = colors[at + 1] - g;
      float db = colors[at + 2] - b;
      float distance = dr * dr + dg * dg + db * db;
      if (distance < least) {
        least = distance;
        best = k;
      }
    }
    return best;
  }
}
