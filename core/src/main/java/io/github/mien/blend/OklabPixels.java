package io.github.mien.blend;

/**
 * Oklab of 8-bit sRGB pixels and back, by tables: within half a level of the exact conversion. Cube
 * roots of the three cones' responses (l, m, s) are what Oklab is a linear map of.
 */
final class OklabPixels {
  /** Steps of the table from light to sRGB, which at black is steepest: 0.2 levels a step. */
  private static final int STEPS = 1 << 14;

  private static final float[] LINEAR = linear();
  private static final byte[] SRGB = srgb();

  private OklabPixels() {}

  private static float[] linear() {
    float[] table = new float[256];
    for (int i = 0; i < table.length; i++) {
      double v = i / 255.0;
      table[i] = (float) (v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4));
    }
    return table;
  }

  private static byte[] srgb() {
    byte[] table = new byte[STEPS + 1];
    for (int i = 0; i < table.length; i++) {
      double v = (double) i / STEPS;
      double level = v <= 0.0031308 ? 12.92 * v : 1.055 * Math.pow(v, 1 / 2.4) - 0.055;
      table[i] = (byte) Math.round(255 * level);
    }
    return table;
  }

  /** Writes L, a and b of the pixel at an index. */
  static void read(byte[] rgb, int at, float[] lab) {
    float red = LINEAR[rgb[at] & 0xff];
    float green = LINEAR[rgb[at + 1] & 0xff];
    float blue = LINEAR[rgb[at + 2] & 0xff];
    float l = cubeRoot(0.41222147f * red + 0.53633254f * green + 0.05144599f * blue);
    float m = cubeRoot(0.2119035f * red + 0.68069955f * green + 0.10739696f * blue);
    float s = cubeRoot(0.08830246f * red + 0.28171884f * green + 0.6299787f * blue);
    lab[0] = 0.21045426f * l + 0.7936178f * m - 0.00407205f * s;
    lab[1] = 1.9779985f * l - 2.4285922f * m + 0.4505937f * s;
    lab[2] = 0.02590404f * l + 0.78277177f * m - 0.80867577f * s;
  }

  /** Writes the pixel of L, a and b at an index; colours beyond sRGB are clipped. */
  static void write(float[] lab, byte[] rgb, int at) {
    float l = lab[0] + 0.39633778f * lab[1] + 0.21580376f * lab[2];
    float m = lab[0] - 0.10556135f * lab[1] - 0.06385417f * lab[2];
    float s = lab[0] - 0.08948418f * lab[1] - 1.2914855f * lab[2];
    l = l * l * l;
    m = m * m * m;
    s = s * s * s;
    rgb[at] = level(4.0767417f * l - 3.3077116f * m + 0.23096994f * s);
    rgb[at + 1] = level(-1.268438f * l + 2.6097574f * m - 0.34131938f * s);
    rgb[at + 2] = level(-0.00419609f * l - 0.7034186f * m + 1.7076147f * s);
  }

  private static byte level(float light) {
    return SRGB[(int) (Math.max(0, Math.min(1, light)) * STEPS + 0.5f)];
  }

  /** Of 0..1: a guess from the exponent and two steps of Newton's method, within 1e-5. */
  private static float cubeRoot(float v) {
    if (v < 1e-9f) {
      return 0;
    }
    float root = Float.intBitsToFloat(Float.floatToRawIntBits(v) / 3 + 0x2a514067);
    root = (2 * root + v / (root * root)) / 3;
    return (2 * root + v / (root * root)) / 3;
  }
}
