package io.github.mien.samples.average;

import io.github.mien.image.Image;

/**
 * A picture in light, not in code values, so that mixing is what a camera would do: three planes,
 * row by row, 0..1.
 *
 * @see <a href="https://www.w3.org/Graphics/Color/sRGB">the sRGB transfer curve</a>
 */
final class LinearImage {
  private static final float[] LIGHT = new float[256];

  static {
    for (int i = 0; i < 256; i++) {
      double v = i / 255.0;
      LIGHT[i] = (float) (v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4));
    }
  }

  final int size;
  final float[][] planes;

  LinearImage(int size) {
    this.size = size;
    this.planes = new float[3][size * size];
  }

  /** A square picture. */
  static LinearImage of(Image image) {
    LinearImage linear = new LinearImage(image.width());
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        for (int channel = 0; channel < 3; channel++) {
          linear.planes[channel][y * linear.size + x] = LIGHT[image.sample(x, y, channel)];
        }
      }
    }
    return linear;
  }

  /** Puts another picture over this one where the mask is above 0. */
  void mix(LinearImage other, float[] mask) {
    for (int channel = 0; channel < 3; channel++) {
      float[] own = planes[channel];
      for (int i = 0; i < own.length; i++) {
        own[i] += mask[i] * (other.planes[channel][i] - own[i]);
      }
    }
  }

  Image toImage() {
    Image image = Image.create(size, size, 3);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        int index = image.index(x, y);
        for (int channel = 0; channel < 3; channel++) {
          image.data()[index + channel] = code(planes[channel][y * size + x]);
        }
      }
    }
    return image;
  }

  private static byte code(float light) {
    double v = light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
    return (byte) Math.round(255 * Math.max(0, Math.min(1, v)));
  }

  /** Luminance of each pixel (ITU-R BT.709). */
  float luminance(int pixel) {
    return 0.2126f * planes[0][pixel] + 0.7152f * planes[1][pixel] + 0.0722f * planes[2][pixel];
  }
}
