package io.github.mien.reconstruct;

import io.github.mien.image.Rect;

/** The dark of an open mouth: deepest under the upper lip and at the corners, a tongue below. */
final class Cavity {
  private static final float[] DEEP = {0.16f, 0.075f, 0.075f};
  private static final float[] TONGUE = {0.46f, 0.26f, 0.27f};

  private final SkinTone tone;

  /**
   * @param tone of the face whose mouth it is
   */
  Cavity(SkinTone tone) {
    this.tone = tone;
  }

  /** Fills what is not shown of a picture of the mouth's inside. */
  void fillBehind(Patch inside, float[] shown, Opening lips, Rect area) {
    byte[] data = inside.image.data();
    int channels = inside.image.channels();
    double gap = Math.max(1, lips.gap());
    int i = 0;
    for (int y = area.y(); y < area.bottom(); y++) {
      for (int x = area.x(); x < area.right(); x++, i++) {
        if (shown[i] == 1 || inside.share[i] == 0) {
          continue;
        }
        double s = lips.s(x, y);
        double above = (lips.t(x, y) - lips.upper(s)) / gap;
        double below = (lips.lower(s) - lips.t(x, y)) / gap;
        double aside = Math.abs(2 * Smooth.clamp(s) - 1);
        double middle = 1 - aside * aside * aside;
        double tongue =
            Smooth.step((above - 0.35) / 0.6) * middle * (0.4 + 0.6 * Smooth.step(below / 0.12));
        for (int c = 0; c < 3; c++) {
          int k = i * channels + c;
          double dark = tone.skin(c) * (DEEP[c] + tongue * (TONGUE[c] - DEEP[c]));
          data[k] = (byte) (int) (dark + shown[i] * ((data[k] & 0xff) - dark) + 0.5);
        }
      }
    }
  }
}
