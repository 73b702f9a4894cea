package io.github.mien.blend;

/**
 * A colour in Oklab, a space in which equal distances look about equal (Ottosson 2020, <a
 * href="https://bottosson.github.io/posts/oklab/">A perceptual color space for image
 * processing</a>). Unlike in CIELAB, more or less light multiplies all three numbers alike.
 *
 * @param l lightness, 0 black to 1 the white of sRGB
 * @param a from green (negative) to red
 * @param b from blue (negative) to yellow
 */
public record Oklab(double l, double a, double b) {

  /**
   * The colour of an sRGB pixel.
   *
   * @param red 0..255, as green and blue
   */
  public static Oklab ofRgb(double red, double green, double blue) {
    double r = linear(red / 255), g = linear(green / 255), b = linear(blue / 255);
    double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return new Oklab(
        0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
        1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
        0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s);
  }

  private static double linear(double v) {
    return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
  }
}
