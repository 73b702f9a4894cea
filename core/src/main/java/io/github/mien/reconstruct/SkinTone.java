package io.github.mien.reconstruct;

import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;

/**
 * How light a photo is, as far as what is painted between the lips is concerned: the colour of the
 * skin around the mouth, and how white teeth may be.
 */
final class SkinTone {
  private static final int[] AROUND_MOUTH = {
    205, 425, 50, 280, 187, 411, 214, 434, 199, 200, 164, 206, 426
  };

  /** Whites of eyes beside the skin around the mouth; used where eyes are shut. */
  private static final float WHITE_TO_SKIN = 1.2f;

  private final float[] skin;
  private final float white;

  private SkinTone(float[] skin, float white) {
    this.skin = skin;
    this.white = white;
  }

  static SkinTone of(Image image, Landmarks face) {
    float[] skin = skin(image, face);
    EyeWhites eyes = new EyeWhites(image, face);
    float white =
        eyes.visible()
            ? eyes.exceededByOneIn(8)
            : WHITE_TO_SKIN * (skin[0] + skin[1] + skin[2]) / 3;
    return new SkinTone(skin, white);
  }

  /** Mean red, green and blue of the skin around the mouth. */
  float skin(int channel) {
    return skin[channel];
  }

  /** How bright teeth may be without glowing, 1..255. */
  float whitestTeeth() {
    return Math.min(240, 1.25f * white + 8);
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
}
