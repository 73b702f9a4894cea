package io.github.mien.testkit;

import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import java.util.Random;

/** Pictures made of random numbers. */
final class TestPictures {
  private TestPictures() {}

  static Image noise(int width, int height, int channels) {
    Image image = Image.create(width, height, channels);
    new Random(width + 31L * channels).nextBytes(image.data());
    return image;
  }

  /** Discs of random colours, their edges blurred by one pixel. */
  static Image photoLike(int width, int height, int channels, int seed) {
    Image image = Image.create(width, height, channels);
    for (int c = 0; c < channels; c++) {
      Random random = new Random(seed + c);
      float[] plane = new float[width * height];
      for (int disc = 0; disc < 40; disc++) {
        drawDisc(plane, width, random);
      }
      ImageKernels.java().blur(plane, width, height, 1, plane);
      for (int i = 0; i < plane.length; i++) {
        image.data()[i * channels + c] = (byte) Math.round(plane[i]);
      }
    }
    return image;
  }

  private static void drawDisc(float[] plane, int width, Random random) {
    int height = plane.length / width;
    double cx = random.nextDouble() * width, cy = random.nextDouble() * height;
    double radius = 3 + random.nextDouble() * 30;
    float level = random.nextInt(256);
    for (int i = 0; i < plane.length; i++) {
      double x = i % width - cx, y = i / width - cy;
      if (x * x + y * y < radius * radius) {
        plane[i] = level;
      }
    }
  }
}
