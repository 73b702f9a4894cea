package io.github.mien.inference;

import io.github.mien.image.Image;

/** Pictures as a network takes them: N, C, H, W with the channels R, G, B. */
public final class Planes {

  private Planes() {}

  /**
   * A tensor of shape 1, 3, height, width.
   *
   * @param image alpha is left out
   * @param factor what a level 0..255 is multiplied by
   * @param shift what is added then
   */
  public static Tensor of(Image image, float factor, float shift) {
    float[] planes = new float[3 * image.width() * image.height()];
    write(image, factor, shift, planes, 0);
    return Tensor.of(planes, 1, 3, image.height(), image.width());
  }

  /**
   * Writes one picture of a batch.
   *
   * @param image alpha is left out
   * @param factor what a level 0..255 is multiplied by
   * @param shift what is added then
   * @param planes overwritten from {@code offset} on with all red, then all green, then all blue
   *     levels, row by row
   * @param offset index of the first red level
   */
  public static void write(Image image, float factor, float shift, float[] planes, int offset) {
    int width = image.width();
    int channels = image.channels();
    int size = width * image.height();
    byte[] data = image.data();
    float[] levels = new float[256];
    for (int level = 0; level < levels.length; level++) {
      levels[level] = level * factor + shift;
    }
    for (int y = 0; y < image.height(); y++) {
      int in = image.index(0, y);
      int out = offset + y * width;
      for (int end = out + width; out < end; out++, in += channels) {
        planes[out] = levels[data[in] & 0xff];
        planes[out + size] = levels[data[in + 1] & 0xff];
        planes[out + 2 * size] = levels[data[in + 2] & 0xff];
      }
    }
  }
}
