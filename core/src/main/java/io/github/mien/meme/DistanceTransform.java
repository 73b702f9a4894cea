package io.github.mien.meme;

/**
 * The squared distance of each pixel to the nearest that is marked: exact, in linear time
 * (Felzenszwalb and Huttenlocher, <a href="https://doi.org/10.4086/toc.2012.v008a019">Distance
 * transforms of sampled functions</a>, 2012).
 */
final class DistanceTransform {
  private DistanceTransform() {}

  /**
   * Transforms in place.
   *
   * @param plane 0 where marked, else a large number; row by row
   */
  static void squared(float[] plane, int width, int height) {
    int longest = Math.max(width, height);
    float[] line = new float[longest];
    int[] vertex = new int[longest];
    float[] border = new float[longest + 1];
    for (int x = 0; x < width; x++) {
      pass(plane, x, width, height, line, vertex, border);
    }
    for (int y = 0; y < height; y++) {
      pass(plane, y * width, 1, width, line, vertex, border);
    }
  }

  private static void pass(
      float[] plane, int from, int step, int count, float[] line, int[] vertex, float[] border) {
    for (int i = 0; i < count; i++) {
      line[i] = plane[from + i * step];
    }
    int last = 0;
    vertex[0] = 0;
    border[0] = Float.NEGATIVE_INFINITY;
    border[1] = Float.POSITIVE_INFINITY;
    for (int q = 1; q < count; q++) {
      float at = crossing(line, q, vertex[last]);
      while (at <= border[last]) {
        last--;
        at = crossing(line, q, vertex[last]);
      }
      last++;
      vertex[last] = q;
      border[last] = at;
      border[last + 1] = Float.POSITIVE_INFINITY;
    }
    int k = 0;
    for (int q = 0; q < count; q++) {
      while (border[k + 1] < q) {
        k++;
      }
      float d = q - vertex[k];
      plane[from + q * step] = d * d + line[vertex[k]];
    }
  }

  /** Where the parabolas over two places meet. */
  private static float crossing(float[] line, int q, int v) {
    double first = line[q] + (double) q * q;
    double second = line[v] + (double) v * v;
    return (float) ((first - second) / (2.0 * (q - v)));
  }
}
