package io.github.mien.opencv;

import io.github.mien.image.Image;
import io.github.mien.inference.Tensor;

/** Pictures as a network takes them: N, C, H, W with the channels R, G, B. */
final class Planes {

  private Planes() {}

  /**
   * @param image alpha is left out
   * @param factor what a level 0..255 is multiplied by
   * @param shift what is added then
   */
  static Tensor of(Image image, float factor, float shift) {
    int width = image.width(), height = image.height(), size = width * height;
    float[] planes = new float[3 * size];
    for (int y = 0; y < height; y++) {
      int in = image.index(0, y);
      for (int x = 0, out = y * width; x < width; x++, out++, in += image.channels()) {
        for (int c = 0; c < 3; c++) {
          planes[c * size + out] = (image.data()[in + c] & 0xff) * factor + shift;
        }
      }
    }
    return Tensor.of(planes, 1, 3, height, width);
  }
}
