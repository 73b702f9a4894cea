package io.github.mien.image.io;

import io.github.mien.image.Image;
import org.jspecify.annotations.Nullable;

/** Four-ink pictures, interleaved bytes, 255 for full ink. */
final class Cmyk {

  private Cmyk() {}

  /**
   * Converts to sRGB.
   *
   * @param inks C, M, Y, K of each pixel
   * @param icc an ICC profile, or nothing of use: then each of R, G, B is (1 - ink)(1 - K)
   */
  static Image toRgb(byte[] inks, int width, int height, byte[] icc) {
    Image image = Image.create(width, height, 3);
    @Nullable ColorProfile profile = ColorProfile.of(icc, 4);
    if (profile == null) {
      byFormula(inks, image.data());
    } else {
      profile.convert(inks, 4, image.data(), 3, width * height);
    }
    return image;
  }

  private static void byFormula(byte[] inks, byte[] rgb) {
    for (int in = 0, out = 0; out < rgb.length; in += 4, out += 3) {
      int light = 255 - (inks[in + 3] & 0xff);
      for (int c = 0; c < 3; c++) {
        rgb[out + c] = (byte) (((255 - (inks[in + c] & 0xff)) * light + 127) / 255);
      }
    }
  }

  /** YCCK to CMYK in place: the three colour channels are JFIF's YCbCr of the inverted inks. */
  static void fromYcck(byte[] samples) {
    for (int i = 0; i < samples.length; i += 4) {
      float y = samples[i] & 0xff;
      float cb = (samples[i + 1] & 0xff) - 128;
      float cr = (samples[i + 2] & 0xff) - 128;
      samples[i] = inverted(y + 1.402f * cr);
      samples[i + 1] = inverted(y - 0.344136f * cb - 0.714136f * cr);
      samples[i + 2] = inverted(y + 1.772f * cb);
    }
  }

  /** Exchanges full ink and none. */
  static void invert(byte[] samples) {
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) ~samples[i];
    }
  }

  private static byte inverted(float value) {
    return (byte) (255 - Math.max(0, Math.min(255, Math.round(value))));
  }
}
