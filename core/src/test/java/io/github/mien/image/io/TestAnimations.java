package io.github.mien.image.io;

import io.github.mien.image.Animation;
import io.github.mien.image.Frame;
import io.github.mien.image.FrameSource;
import io.github.mien.image.Image;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Animations drawn by formula. */
final class TestAnimations {

  private TestAnimations() {}

  /** A disc that moves over a soft background with grain, as a face before a wall. */
  static Animation disc(int width, int height, int frames, int millis) {
    return Animation.of(
        width,
        height,
        () ->
            new FrameSource() {
              private int next;

              @Override
              public Frame next() {
                if (next == frames) {
                  return null;
                }
                double angle = 2 * Math.PI * next++ / frames;
                return new Frame(picture(width, height, angle), millis);
              }
            });
  }

  static Image picture(int width, int height, double angle) {
    Image image = Image.create(width, height, 3);
    double cx = width / 2.0 + width / 8.0 * Math.cos(angle);
    double cy = height / 2.0 + height / 8.0 * Math.sin(angle);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double r = Math.hypot(x - cx, y - cy) / (width / 5.0);
        int at = image.index(x, y);
        int grain = (x * 7919 ^ y * 104729) % 5;
        boolean inside = r < 1;
        double light = inside ? 1 - 0.5 * r * r : 0.55 + 0.3 * x / width;
        image.data()[at] = level(light * (inside ? 232 : 150) + grain);
        image.data()[at + 1] = level(light * (inside ? 184 : 170) + grain);
        image.data()[at + 2] = level(light * (inside ? 160 : 190) + grain);
      }
    }
    return image;
  }

  private static byte level(double value) {
    return (byte) Math.max(0, Math.min(255, Math.round(value)));
  }

  /** All frames, copied. */
  static List<Frame> frames(Animation animation) throws IOException {
    List<Frame> frames = new ArrayList<>();
    try (FrameSource source = animation.open()) {
      for (Frame frame = source.next(); frame != null; frame = source.next()) {
        frames.add(new Frame(frame.image().copy(), frame.millis()));
      }
    }
    return frames;
  }

  /** What is seen of RGBA: the colour below full transparency is not. */
  static byte[] visible(Image image) {
    byte[] seen = image.copy().data();
    for (int i = 0; i < seen.length; i += 4) {
      if (seen[i + 3] == 0) {
        Arrays.fill(seen, i, i + 3, (byte) 0);
      }
    }
    return seen;
  }

  /** Peak signal-to-noise ratio of the colours, in decibels. */
  static double psnr(Image a, Image b) {
    double sum = 0;
    for (int y = 0; y < a.height(); y++) {
      for (int x = 0; x < a.width(); x++) {
        for (int c = 0; c < 3; c++) {
          double d = a.sample(x, y, c) - b.sample(x, y, c);
          sum += d * d;
        }
      }
    }
    return 10 * Math.log10(255 * 255 / (sum / (3.0 * a.width() * a.height())));
  }
}
