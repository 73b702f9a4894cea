package io.github.mien.reconstruct;

import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import java.util.Arrays;

/**
 * How light a photo is, as far as teeth are concerned: the colour of the skin around the mouth, and
 * the brightness of the whites of the eyes, which are about as white on everybody.
 */
final class SkinTone {
  private static final int[] AROUND_MOUTH = {
    205, 425, 50, 280, 187, 411, 214, 434, 199, 200, 164, 206, 426
  };

  private final float[] skin;
  private final float white;

  private SkinTone(float[] skin, float white) {
    this.skin = skin;
    this.white = white;
  }

  static SkinTone of(Image image, Landmarks face) {
    return new SkinTone(skin(image, face), white(image, face));
  }

  /** Mean red, green and blue of the skin around the mouth. */
  float skin(int channel) {
    return skin[channel];
  }

  /** How bright teeth may be without glowing, 1..255. */
  float whitestTeeth() {
    return Math.min(232, 1.1f * white + 12);
  }

  /** What to multiply red, green and blue of teeth by that come from the other photo. */
  float[] gainFrom(SkinTone other) {
    double light = Math.pow(white / other.white, 0.7) * Math.pow(mean() / other.mean(), 0.3);
    float[] gain = new float[3];
    for (int c = 0; c < 3; c++) {
      double tint = (skin[c] / mean()) / (other.skin[c] / other.mean());
      gain[c] = (float) (Math.max(0.35, Math.min(1.2, light)) * Math.pow(tint, 0.3));
    }
    return gain;
  }

  private double mean() {
    return (skin[0] + skin[1] + skin[2]) / 3;
  }

  private static float[] skin(Image image, Landmarks face) {
    float[] sum = {1, 1, 1};
    for (int point : AROUND_MOUTH) {
      int x = Math.max(0, Math.min(image.width() - 1, Math.round(face.x(point))));
      int y = Math.max(0, Math.min(image.height() - 1, Math.round(face.y(point))));
      for (int c = 0; c < 3; c++) {
        sum[c] += (float) image.sample(x, y, c) / AROUND_MOUTH.length;
      }
    }
    return sum;
  }

  /** The brightness that one in eight pixels between the lids exceeds, irises left out. */
  private static float white(Image image, Landmarks face) {
    int[] count = new int[256];
    countWhites(image, face, Opening.RIGHT_EYE, FaceMesh.RIGHT_IRIS, count);
    countWhites(image, face, Opening.LEFT_EYE, FaceMesh.LEFT_IRIS, count);
    int rest = Arrays.stream(count).sum() / 8;
    int level = 255;
    while (level > 1 && (rest -= count[level]) >= 0) {
      level--;
    }
    return level;
  }

  private static void countWhites(Image image, Landmarks face, int[] lids, int iris, int[] count) {
    Opening eye = new Opening(face, lids);
    double radius = Math.hypot(face.x(iris) - face.x(iris + 1), face.y(iris) - face.y(iris + 1));
    Rect area = eye.bounds(0).intersection(image.bounds());
    int step = 1 + area.width() / 64;
    for (int y = area.y(); y < area.bottom(); y += step) {
      for (int x = area.x(); x < area.right(); x += step) {
        double s = eye.s(x, y);
        double t = eye.t(x, y);
        boolean within = s > 0.1 && s < 0.9 && t > eye.upper(s) && t < eye.lower(s);
        if (within && Math.hypot(x - face.x(iris), y - face.y(iris)) > 1.05 * radius) {
          int sum = image.sample(x, y, 0) + image.sample(x, y, 1) + image.sample(x, y, 2);
          count[sum / 3]++;
        }
      }
    }
  }
}
