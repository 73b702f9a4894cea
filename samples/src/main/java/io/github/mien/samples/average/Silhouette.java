package io.github.mien.samples.average;

import io.github.mien.image.ImageKernels;
import java.util.List;

/**
 * The outline of an average person before a plain background: a pixel belongs to it where most of
 * the people have something there. One soft edge takes the place of the shadows that hair and ears
 * of the few leave. Below the chin, clothes fade away towards the sides.
 */
final class Silhouette {
  /** Softness of the edge in parts of the side. */
  private static final double SOFTNESS = 0.006;

  /** Shares of the people between which a pixel passes from background to person. */
  private static final float FEW = 0.42f;

  private static final float MOST = 0.72f;

  /** Width of other transitions in parts of the side. */
  static final float FADE = 0.1f;

  /** Distance from the middle, in parts of the side, where nothing of the clothes is left. */
  private static final float SIDES = 0.42f;

  private Silhouette() {}

  /**
   * @param hidden how much each pixel of each person's picture hides the background, 0..1
   * @param face how much each pixel belongs to the face, which is kept whole
   * @param chin its row
   * @return how much of each pixel is kept, 0..1
   */
  static float[] of(List<float[]> hidden, float[] face, int chin, int size, ImageKernels kernels) {
    float[] share = new float[size * size];
    for (float[] one : hidden) {
      for (int i = 0; i < share.length; i++) {
        share[i] += one[i] / hidden.size();
      }
    }
    kernels.blur(share, size, size, SOFTNESS * size, share);
    for (int y = 0, i = 0; y < size; y++) {
      for (int x = 0; x < size; x++, i++) {
        share[i] =
            y < chin
                ? Math.max(known(face[i], y, chin, size), step((share[i] - FEW) / (MOST - FEW)))
                : shoulders(x, y, chin, size);
      }
    }
    return share;
  }

  private static float step(float t) {
    float u = Math.max(0, Math.min(1, t));
    return u * u * (3 - 2 * u);
  }

  /** Towards the chin's row, pixels are kept more and more. */
  private static float known(float face, int y, int chin, int size) {
    return Math.min(1, face + Math.max(0, 1 - (chin - y) / (FADE * size)));
  }

  /** Below the chin, clothes fade into the background towards the sides. */
  private static float shoulders(int x, int y, int chin, int size) {
    float across = Math.abs(x - size / 2f) / size;
    float side = Math.max(0, Math.min(1, (SIDES - across) / FADE));
    float share = Math.min(1, (y - chin) / (FADE * size));
    return 1 - share * (1 - side);
  }
}
