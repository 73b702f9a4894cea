package io.github.mien.blend;

/**
 * Spans a membrane: every free cell becomes the mean of its neighbours, fixed ones stay. Starts
 * from the same membrane at half the resolution and relaxes (successive over-relaxation, Young
 * 1954).
 */
final class Membrane {
  /** A cell that is not there. */
  static final byte ABSENT = 0;

  /** A cell whose value is given. */
  static final byte FIXED = 1;

  /** A cell whose value is sought. */
  static final byte FREE = 2;

  private static final float TOLERANCE = 2e-3f;
  private static final int SMALLEST = 4;

  private Membrane() {}

  /**
   * @param value of each cell, row by row; free ones are overwritten
   * @param state of each cell
   */
  static void span(float[] value, byte[] state, int width, int height) {
    if (width > SMALLEST && height > SMALLEST) {
      startFromHalf(value, state, width, height);
    }
    double cells = Math.min(width, height);
    float factor = (float) (2 / (1 + Math.sin(Math.PI / (cells + 1))));
    int most = 40 + 8 * (int) cells;
    for (int sweep = 0; sweep < most; sweep++) {
      if (relax(value, state, width, height, factor) < TOLERANCE) {
        return;
      }
    }
  }

  private static float relax(float[] value, byte[] state, int width, int height, float factor) {
    float largest = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int i = y * width + x;
        if (state[i] != FREE) {
          continue;
        }
        float sum = 0;
        int count = 0;
        if (x > 0 && state[i - 1] != ABSENT) {
          sum += value[i - 1];
          count++;
        }
        if (x < width - 1 && state[i + 1] != ABSENT) {
          sum += value[i + 1];
          count++;
        }
        if (y > 0 && state[i - width] != ABSENT) {
          sum += value[i - width];
          count++;
        }
        if (y < height - 1 && state[i + width] != ABSENT) {
          sum += value[i + width];
          count++;
        }
        if (count > 0) {
          float change = factor * (sum / count - value[i]);
          value[i] += change;
          largest = Math.max(largest, Math.abs(change));
        }
      }
    }
    return largest;
  }

  private static void startFromHalf(float[] value, byte[] state, int width, int height) {
    int w = (width + 1) / 2;
    int h = (height + 1) / 2;
    float[] half = new float[w * h];
    byte[] states = new byte[w * h];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        halve(value, state, width, height, x, y, half, states, y * w + x);
      }
    }
    span(half, states, w, h);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (state[y * width + x] == FREE) {
          value[y * width + x] = half[y / 2 * w + x / 2];
        }
      }
    }
  }

  /** A coarse cell is fixed, at their mean, where any of its four is; else free where any is. */
  private static void halve(
      float[] value,
      byte[] state,
      int width,
      int height,
      int x,
      int y,
      float[] half,
      byte[] states,
      int at) {
    int fixed = 0;
    boolean free = false;
    float sum = 0;
    for (int k = 0; k < 4; k++) {
      int fx = 2 * x + k % 2;
      int fy = 2 * y + k / 2;
      if (fx < width && fy < height) {
        int i = fy * width + fx;
        free |= state[i] == FREE;
        if (state[i] == FIXED) {
          fixed++;
          sum += value[i];
        }
      }
    }
    half[at] = fixed > 0 ? sum / fixed : 0;
    states[at] = fixed > 0 ? FIXED : free ? FREE : ABSENT;
  }
}
