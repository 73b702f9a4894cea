package io.github.mien.image.io;

import java.util.Arrays;

/**
 * A few colours and how each other one is shown by them: by the nearest, or by two of them in a
 * pattern that is fixed to the pixels' places, so that what does not move does not flicker. Of all
 * pairs the one is taken whose mixture comes nearest without being too coarse. Not thread-safe.
 */
final class Palette {
  private static final int BITS = 7;
  private static final int SHIFT = 8 - BITS;

  /** What a pattern of two colours costs against a colour that is a little off. */
  private static final float COARSENESS = 0.4f;

  /** Bayer's matrix of 8 x 8, whose regular patterns compress well. */
  private static final int[] THRESHOLDS = bayer();

  private final int[] colors;
  private final float[] rgb;
  private final boolean dithered;

  /** Of each cell of 2 x 2 x 2 levels: mixture + 1, second colour, first colour; 0 if unknown. */
  private final int[] cells = new int[1 << 3 * BITS];

  /**
   * @param colors 0xRRGGBB, ascending, each once, 1 to 256; not copied
   * @param dithered whether two colours may show one
   */
  Palette(int[] colors, boolean dithered) {
    this.colors = colors;
    this.dithered = dithered;
    this.rgb = new float[3 * colors.length];
    for (int i = 0; i < colors.length; i++) {
      Quantizer.unpack(colors[i], rgb, 3 * i);
    }
  }

  /** The best colours for pictures that were counted. */
  static Palette of(ColorHistogram histogram, int colors, boolean dithered) {
    int[] found = Quantizer.colors(histogram, colors);
    return new Palette(found.length == 0 ? new int[1] : found, dithered);
  }

  int size() {
    return colors.length;
  }

  /** 0xRRGGBB. */
  int color(int index) {
    return colors[index];
  }

  /** The number of a colour that is one of them, or -1. */
  int indexOf(int color) {
    int found = Arrays.binarySearch(colors, color);
    return found >= 0 ? found : -1;
  }

  /** Squared distance of two of them, in levels of 255. */
  float distance(int first, int second) {
    float sum = 0;
    for (int c = 0; c < 3; c++) {
      float d = rgb[3 * first + c] - rgb[3 * second + c];
      sum += d * d;
    }
    return sum;
  }

  /** The number of the colour that shows a colour at a place. */
  int index(int color, int x, int y) {
    int exact = indexOf(color);
    if (exact >= 0) {
      return exact;
    }
    int cell =
        (color >> 16 + SHIFT & 0x7f) << 2 * BITS
            | (color >> 8 + SHIFT & 0x7f) << BITS
            | color >> SHIFT & 0x7f;
    int shown = cells[cell];
    if (shown == 0) {
      shown = mixture(color);
      cells[cell] = shown;
    }
    int threshold = THRESHOLDS[(y & 7) << 3 | x & 7];
    return (shown >>> 16) - 1 > threshold ? shown >> 8 & 0xff : shown & 0xff;
  }

  private int mixture(int color) {
    float[] wanted = new float[3];
    Quantizer.unpack(color, wanted, 0);
    int first = Quantizer.nearest(rgb, wanted[0], wanted[1], wanted[2]);
    int second = first;
    float share = 0;
    if (dithered) {
      float least = squared(wanted, first, first, 0);
      for (int k = 0; k < colors.length; k++) {
        float s = share(wanted, first, k);
        if (s > 0) {
          float cost = squared(wanted, first, k, s) + COARSENESS * s * (1 - s) * distance(first, k);
          if (cost < least) {
            least = cost;
            second = k;
            share = s;
          }
        }
      }
    }
    // The one with the larger number is always second: patterns of neighbouring mixtures then fit
    // together.
    boolean ordered = first <= second;
    int level = Math.round(64 * (ordered ? share : 1 - share));
    return ordered ? level + 1 << 16 | second << 8 | first : level + 1 << 16 | first << 8 | second;
  }

  /** How much of the other colour brings the mixture nearest; 0 if none does. */
  private float share(float[] wanted, int first, int other) {
    float along = 0;
    float length = 0;
    for (int c = 0; c < 3; c++) {
      float d = rgb[3 * other + c] - rgb[3 * first + c];
      along += d * (wanted[c] - rgb[3 * first + c]);
      length += d * d;
    }
    return length == 0 ? 0 : Math.max(0, Math.min(0.5f, along / length));
  }

  private float squared(float[] wanted, int first, int other, float share) {
    float sum = 0;
    for (int c = 0; c < 3; c++) {
      float mixed = rgb[3 * first + c] + share * (rgb[3 * other + c] - rgb[3 * first + c]);
      sum += (wanted[c] - mixed) * (wanted[c] - mixed);
    }
    return sum;
  }

  /** 0 to 63, each once: the bits of x ^ y and y, interleaved and reversed. */
  private static int[] bayer() {
    int[] matrix = new int[64];
    for (int y = 0; y < 8; y++) {
      for (int x = 0; x < 8; x++) {
        int value = 0;
        for (int bit = 0; bit < 3; bit++) {
          int even = (x ^ y) >> bit & 1;
          int odd = y >> bit & 1;
          value |= (even << 1 | odd) << 2 * (2 - bit);
        }
        matrix[y << 3 | x] = value;
      }
    }
    return matrix;
  }
}
