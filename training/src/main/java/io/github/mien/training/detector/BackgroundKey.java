package io.github.mien.training.detector;

import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * Finds the even background of a studio photo: what is connected with the upper border and has its
 * colour. Gives 1 for the person, 0 for the background, and a soft edge between them.
 */
final class BackgroundKey {
  private static final int TOLERANCE = 26;
  private static final double EDGE = 1.2;

  private final Image photo;
  private final int[] colour;

  private BackgroundKey(Image photo) {
    this.photo = photo;
    this.colour = medianOfUpperBorder();
  }

  static float[] personIn(Image photo) {
    return new BackgroundKey(photo).person();
  }

  private int[] medianOfUpperBorder() {
    int[] median = new int[3];
    for (int c = 0; c < 3; c++) {
      int[] levels = new int[photo.width()];
      for (int x = 0; x < levels.length; x++) {
        levels[x] = photo.sample(x, 2, c);
      }
      Arrays.sort(levels);
      median[c] = levels[levels.length / 2];
    }
    return median;
  }

  private float[] person() {
    int width = photo.width();
    int height = photo.height();
    float[] person = new float[width * height];
    Arrays.fill(person, 1);
    ArrayDeque<Integer> open = new ArrayDeque<>();
    for (int x = 0; x < width; x++) {
      open.add(x);
    }
    while (!open.isEmpty()) {
      int at = open.remove();
      int x = at % width;
      int y = at / width;
      if (person[at] == 0 || !isBackground(x, y)) {
        continue;
      }
      person[at] = 0;
      if (x > 0) {
        open.add(at - 1);
      }
      if (x < width - 1) {
        open.add(at + 1);
      }
      if (y < height - 1) {
        open.add(at + width);
      }
      if (y > 0) {
        open.add(at - width);
      }
    }
    ImageKernels.java().blur(person, width, height, EDGE, person);
    return person;
  }

  private boolean isBackground(int x, int y) {
    int p = photo.index(x, y);
    int far = 0;
    for (int c = 0; c < 3; c++) {
      far = Math.max(far, Math.abs((photo.data()[p + c] & 0xff) - colour[c]));
    }
    return far <= TOLERANCE;
  }
}
