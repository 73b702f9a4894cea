package io.github.mien.training.data;

import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;

/**
 * How light a face's skin is, in three groups by its individual typology angle (Chardon et al.
 * 1991): the angle of lightness above 50 over yellowness in CIELAB. Photos are not calibrated, so a
 * group says as much about the light as about the person: both make a picture hard to read.
 */
public enum Complexion {
  /** Brown and darker: below 10 degrees. */
  DARK(10),

  /** Tan: 10 to 28 degrees. */
  MEDIUM(28),

  /** Intermediate and lighter. */
  LIGHT(Double.MAX_VALUE);

  /** Forehead, cheeks, beside the nose. */
  private static final int[] SKIN = {9, 50, 280, 205, 425, 151};

  /** Half the side of the squares of skin, as a share of the eye distance. */
  private static final double REACH = 0.04;

  private final double below;

  Complexion(double below) {
    this.below = below;
  }

  /** The group of a face in an RGB picture. */
  public static Complexion of(Image picture, Landmarks face) {
    double angle = typologyAngle(skin(picture, face));
    for (Complexion group : values()) {
      if (angle < group.below) {
        return group;
      }
    }
    return LIGHT;
  }

  private static double[] skin(Image picture, Landmarks face) {
    int reach = (int) Math.max(1, REACH * face.eyeDistance());
    double[] sum = new double[3];
    int count = 0;
    for (int point : SKIN) {
      int cx = Math.round(face.x(point));
      int cy = Math.round(face.y(point));
      for (int y = Math.max(0, cy - reach); y <= Math.min(picture.height() - 1, cy + reach); y++) {
        for (int x = Math.max(0, cx - reach); x <= Math.min(picture.width() - 1, cx + reach); x++) {
          for (int c = 0; c < 3; c++) {
            sum[c] += picture.sample(x, y, c);
          }
          count++;
        }
      }
    }
    for (int c = 0; c < 3; c++) {
      sum[c] /= Math.max(1, count);
    }
    return sum;
  }

  /** In degrees, for levels of sRGB. */
  static double typologyAngle(double[] rgb) {
    double r = linear(rgb[0]), g = linear(rgb[1]), b = linear(rgb[2]);
    double y = cubeRoot(0.212671 * r + 0.715160 * g + 0.072169 * b);
    double z = cubeRoot((0.019334 * r + 0.119193 * g + 0.950227 * b) / 1.088754);
    double lightness = 116 * y - 16;
    double yellowness = 200 * (y - z);
    return Math.toDegrees(Math.atan2(lightness - 50, yellowness));
  }

  private static double linear(double level) {
    double v = level / 255;
    return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
  }

  private static double cubeRoot(double t) {
    return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116.0;
  }
}
