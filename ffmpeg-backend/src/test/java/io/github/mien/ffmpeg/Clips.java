package io.github.mien.ffmpeg;

import io.github.mien.image.Animation;
import io.github.mien.image.Frame;
import io.github.mien.image.FrameSource;
import io.github.mien.image.Image;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Clips that tests make: a soft background, a square that moves on it, red in the upper left. */
final class Clips {
  private static final int SQUARE = 16;

  private Clips() {}

  /** Frames of these times in turn. */
  static Animation of(int width, int height, int count, int channels, int... millis) {
    return Animation.of(
        width,
        height,
        () -> {
          int[] next = {0};
          return () -> {
            int i = next[0]++;
            return i == count
                ? null
                : new Frame(picture(width, height, i, channels), millis[i % millis.length]);
          };
        });
  }

  /** With four channels, all outside the middle is transparent. */
  static Image picture(int width, int height, int number, int channels) {
    Image image = Image.create(width, height, channels);
    byte[] data = image.data();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = image.index(x, y);
        boolean corner = x < width / 4 && y < height / 4;
        data[at] = (byte) (corner ? 220 : 60 + 60 * x / width);
        data[at + 1] = (byte) (corner ? 20 : 60 + 60 * y / height);
        data[at + 2] = (byte) (corner ? 20 : 120);
        if (channels == 4) {
          boolean middle = Math.abs(2 * x - width) < width / 2;
          data[at + 3] = (byte) (middle ? 255 : 0);
        }
      }
    }
    int left = width / 2 + 2 * number % (width / 4);
    for (int y = height / 2; y < height / 2 + SQUARE; y++) {
      for (int x = left; x < Math.min(width, left + SQUARE); x++) {
        data[image.index(x, y) + 1] = (byte) 220;
      }
    }
    return image;
  }

  static List<Integer> millis(Animation animation) throws IOException {
    List<Integer> millis = new ArrayList<>();
    try (FrameSource frames = animation.open()) {
      for (Frame frame = frames.next(); frame != null; frame = frames.next()) {
        millis.add(frame.millis());
      }
    }
    return millis;
  }
}
