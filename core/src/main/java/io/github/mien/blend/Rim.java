package io.github.mien.blend;

import static io.github.mien.blend.Checkerboard.BLACK;
import static io.github.mien.blend.Checkerboard.RED;

import java.util.Arrays;

/** The pixels of a mask that have a neighbour in the picture outside it. */
final class Rim {
  /** y * width + x. */
  private int[] pixels = {};

  private int size;

  /**
   * Finds them.
   *
   * @param grid its right-hand side holds for each pixel how many neighbours are outside
   */
  void find(GridLevel grid) {
    size = 0;
    for (int y = 0; y < grid.height(); y++) {
      for (int color = RED; color <= BLACK; color++) {
        float[] outside = grid.rhs().row(color, y);
        int first = y * grid.width() - (Checkerboard.odd(color, y) ? 1 : 0);
        for (int i = 0; i < grid.slots(); i++) {
          if (outside[i] > 0) {
            add(first + 2 * i);
          }
        }
      }
    }
  }

  private void add(int pixel) {
    if (size == pixels.length) {
      pixels = Arrays.copyOf(pixels, Math.max(256, 2 * size));
    }
    pixels[size++] = pixel;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /**
   * Sets the right-hand side of the pixels found, for the unknown that is added to the source: its
   * neighbours outside the mask are held at what the target is above the source.
   */
  void setHeld(Overlay overlay, int channel, Checkerboard rhs) {
    for (int i = 0; i < size; i++) {
      int x = pixels[i] % overlay.width();
      int y = pixels[i] / overlay.width();
      float sum =
          held(overlay, x - 1, y, channel)
              + held(overlay, x + 1, y, channel)
              + held(overlay, x, y - 1, channel)
              + held(overlay, x, y + 1, channel);
      rhs.set(x, y, sum);
    }
  }

  /** What one neighbour gives to the sum. */
  private static float held(Overlay overlay, int x, int y, int channel) {
    if (!overlay.inTarget(x, y) || overlay.inMask(x, y)) {
      return 0;
    }
    return overlay.targetLevel(x, y, channel) - overlay.sourceLevel(x, y, channel);
  }
}
