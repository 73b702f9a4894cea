package io.github.mien.reconstruct;

import io.github.mien.image.Bilinear;

/**
 * Smooth colours in the holes of a square: means over ever larger squares of what is known, handed
 * down to the finer ones where they know nothing (pull-push, Gortler and others 1996, "The
 * Lumigraph").
 */
public final class PushPull {
  private PushPull() {}

  /**
   * Fills holes.
   *
   * @param planes square planes one after the other, row by row; holes are overwritten
   * @param known 1, or 0 in holes
   * @param side a power of two
   */
  public static void fill(float[] planes, float[] known, int side) {
    int plane = side * side;
    int count = planes.length / plane;
    float[] weighed = new float[planes.length];
    for (int i = 0; i < planes.length; i++) {
      weighed[i] = planes[i] * known[i % plane];
    }
    float[] filled = filled(weighed, known.clone(), side, count);
    for (int i = 0; i < planes.length; i++) {
      float share = known[i % plane];
      planes[i] = share * planes[i] + (1 - share) * filled[i];
    }
  }

  /**
   * @param sums colours times weights
   * @param weights 0..1
   * @return colours everywhere
   */
  private static float[] filled(float[] sums, float[] weights, int side, int count) {
    int plane = side * side;
    float[] colours = new float[sums.length];
    float[] coarse = side == 1 ? new float[count] : coarser(sums, weights, side, count);
    for (int c = 0; c < count; c++) {
      for (int i = 0; i < plane; i++) {
        float weight = weights[i];
        float below =
            side == 1
                ? 0
                : side == 2
                    ? coarse[c]
                    : Bilinear.at(
                        coarse,
                        c * plane / 4,
                        side / 2,
                        i % side / 2f - 0.25f,
                        i / side / 2f - 0.25f);
        float sum = sums[c * plane + i];
        colours[c * plane + i] =
            side == 1 ? sum / Math.max(1e-6f, weight) : sum + (1 - weight) * below;
      }
    }
    return colours;
  }

  private static float[] coarser(float[] sums, float[] weights, int side, int count) {
    int half = side / 2;
    float[] coarseWeights = new float[half * half];
    float[] coarseSums = new float[count * half * half];
    for (int i = 0; i < half * half; i++) {
      int at = 2 * (i / half) * side + 2 * (i % half);
      float weight = weights[at] + weights[at + 1] + weights[at + side] + weights[at + side + 1];
      float capped = Math.min(1, weight);
      coarseWeights[i] = capped;
      for (int c = 0; c < count; c++) {
        int from = c * side * side + at;
        float sum = sums[from] + sums[from + 1] + sums[from + side] + sums[from + side + 1];
        coarseSums[c * half * half + i] = weight == 0 ? 0 : sum * capped / weight;
      }
    }
    return filled(coarseSums, coarseWeights, half, count);
  }
}
