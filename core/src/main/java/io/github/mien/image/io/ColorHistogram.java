package io.github.mien.image.io;

import io.github.mien.image.Animation;
import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import java.io.IOException;
import java.util.Arrays;

/**
 * Which colours the opaque pixels of pictures have, in cells of 4 x 4 x 4 levels, and exactly as
 * long as there are few.
 */
final class ColorHistogram {
  private static final int BITS = 6;
  private static final int CELLS = 1 << 3 * BITS;
  private static final int SHIFT = 8 - BITS;

  private final int[] counts = new int[CELLS];
  private final long[] red = new long[CELLS];
  private final long[] green = new long[CELLS];
  private final long[] blue = new long[CELLS];
  private final int exactLimit;
  private int[] exact = new int[0];
  private boolean few = true;

  /**
   * @param exactLimit of how many different colours each is remembered
   */
  ColorHistogram(int exactLimit) {
    this.exactLimit = exactLimit;
  }

  /**
   * Counts the pixels of all frames. Those that stay are seen as long as those that change: all
   * count.
   *
   * @param shown follows the frames
   */
  static ColorHistogram of(
      Animation animation, ShownPicture shown, int unit, int least, int exactLimit)
      throws IOException {
    ColorHistogram histogram = new ColorHistogram(exactLimit);
    Changes.walk(
        animation,
        shown,
        unit,
        least,
        new Changes.Sink() {
          @Override
          public void show(Rect area) {
            histogram.add(shown.image(), shown.image().bounds());
          }

          @Override
          public void last(int units) {}
        });
    return histogram;
  }

  /** Counts the pixels of an area of a picture that are not transparent. */
  void add(Image image, Rect area) {
    byte[] data = image.data();
    int channels = image.channels();
    int last = -1;
    for (int y = area.y(); y < area.bottom(); y++) {
      int at = image.index(area.x(), y);
      for (int x = 0; x < area.width(); x++, at += channels) {
        if (channels == 4 && data[at + 3] == 0) {
          continue;
        }
        int r = data[at] & 0xff;
        int g = data[at + 1] & 0xff;
        int b = data[at + 2] & 0xff;
        int cell = r >> SHIFT << 2 * BITS | g >> SHIFT << BITS | b >> SHIFT;
        counts[cell]++;
        red[cell] += r;
        green[cell] += g;
        blue[cell] += b;
        int rgb = r << 16 | g << 8 | b;
        if (few && rgb != last) {
          remember(rgb);
          last = rgb;
        }
      }
    }
  }

  private void remember(int rgb) {
    int found = Arrays.binarySearch(exact, rgb);
    if (found >= 0) {
      return;
    }
    if (exact.length == exactLimit) {
      few = false;
      return;
    }
    int at = -found - 1;
    int[] more = Arrays.copyOf(exact, exact.length + 1);
    System.arraycopy(exact, at, more, at + 1, exact.length - at);
    more[at] = rgb;
    exact = more;
  }

  /** Whether there are no more colours than the limit. */
  boolean hasFewColors() {
    return few;
  }

  /** Those colours, 0xRRGGBB, ascending. */
  int[] fewColors() {
    return exact.clone();
  }

  /** Number of cells with pixels. */
  int size() {
    int size = 0;
    for (int count : counts) {
      size += count > 0 ? 1 : 0;
    }
    return size;
  }

  /**
   * The mean colour of each cell with pixels.
   *
   * @param colors 0xRRGGBB, {@link #size} of them; overwritten
   * @param weights how many pixels each stands for; overwritten
   */
  void copyTo(int[] colors, float[] weights) {
    int out = 0;
    for (int cell = 0; cell < CELLS; cell++) {
      int n = counts[cell];
      if (n > 0) {
        colors[out] = mean(red[cell], n) << 16 | mean(green[cell], n) << 8 | mean(blue[cell], n);
        weights[out++] = n;
      }
    }
  }

  private static int mean(long sum, int n) {
    return (int) ((sum + n / 2) / n);
  }
}
