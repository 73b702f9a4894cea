package io.github.mien.training.occlusion;

import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;

/**
 * Something painted over a face: colours, and how much of the face each pixel hides. What is drawn
 * later lies in front.
 */
final class Layer {
  private static final int SIDE = AlignedFace.SIDE;

  /** Red, green and blue of each pixel, 0..255. */
  final float[] colour = new float[3 * AlignedFace.PIXELS];

  /** 0..1 of each pixel. */
  final float[] cover = new float[AlignedFace.PIXELS];

  /** The colour of a place in a shape. */
  interface Shader {
    /**
     * @param x pixel
     * @param y pixel
     * @param out red, green and blue of 0..255, overwritten
     */
    void shade(int x, int y, double[] out);
  }

  /** How much of a place a shape covers, 0..1. */
  interface Shape {
    double cover(double x, double y);
  }

  /** Draws a shape within a box. */
  void draw(Shape shape, Shader shader, double x0, double y0, double x1, double y1) {
    double[] paint = new double[3];
    for (int y = (int) Math.max(0, y0 - 1); y <= Math.min(SIDE - 1, y1 + 1); y++) {
      for (int x = (int) Math.max(0, x0 - 1); x <= Math.min(SIDE - 1, x1 + 1); x++) {
        double share = shape.cover(x, y);
        if (share > 0) {
          shader.shade(x, y, paint);
          put(y * SIDE + x, Math.min(1, share), paint);
        }
      }
    }
  }

  /** Draws a shape anywhere. */
  void draw(Shape shape, Shader shader) {
    draw(shape, shader, 0, 0, SIDE, SIDE);
  }

  private void put(int i, double share, double[] paint) {
    double below = cover[i] * (1 - share);
    double all = share + below;
    for (int c = 0; c < 3; c++) {
      colour[3 * i + c] = (float) ((share * paint[c] + below * colour[3 * i + c]) / all);
    }
    cover[i] = (float) all;
  }

  /** The share of some pixels that is hidden. */
  double share(boolean[] of) {
    double hidden = 0;
    int n = 0;
    for (int i = 0; i < of.length; i++) {
      if (of[i]) {
        n++;
        hidden += cover[i];
      }
    }
    return hidden / n;
  }

  /**
   * Darkens a face where the shadow of this falls.
   *
   * @param strength 0..1
   * @param dx how far it falls to the right
   * @param dy and down
   * @param soft standard deviation of its edge in pixels
   */
  void castShadow(Image picture, double strength, double dx, double dy, double soft) {
    float[] dark = new float[cover.length];
    ImageKernels.java().blur(cover, SIDE, SIDE, soft, dark);
    byte[] data = picture.data();
    for (int y = 0, i = 0; y < SIDE; y++) {
      int from = (int) Math.max(0, Math.min(SIDE - 1, y - dy)) * SIDE;
      for (int x = 0; x < SIDE; x++, i += 3) {
        double light = 1 - strength * dark[from + (int) Math.max(0, Math.min(SIDE - 1, x - dx))];
        for (int c = 0; c < 3; c++) {
          data[i + c] = (byte) Math.round(light * (data[i + c] & 0xff));
        }
      }
    }
  }

  /** Lays it over a face. */
  void paint(Image picture) {
    byte[] data = picture.data();
    for (int i = 0; i < cover.length; i++) {
      for (int c = 0; cover[i] > 0 && c < 3; c++) {
        double behind = data[3 * i + c] & 0xff;
        double level = behind + cover[i] * (colour[3 * i + c] - behind);
        data[3 * i + c] = (byte) Math.max(0, Math.min(255, Math.round(level)));
      }
    }
  }
}
