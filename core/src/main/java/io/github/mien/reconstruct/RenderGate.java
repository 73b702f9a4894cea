package io.github.mien.reconstruct;

import io.github.mien.image.ImageKernels;

/**
 * How much of what the renderer paints is shown: all of it where the face moved, nothing where all
 * is still, fading to nothing at the outline of the face.
 */
public final class RenderGate {
  /** A move, in sides of the crop, from which on its surroundings are repainted wholly. */
  private static final float MOVED = 0.006f;

  /** How far surroundings reach, as a standard deviation in sides of the crop. */
  private static final double AROUND = 0.03;

  /** How wide lips are apart, in eye distances, where the renderer begins and ends to know less. */
  private static final double KNOWN = 0.15;

  private static final double UNKNOWN = 0.22;

  /** Standard deviation of the passage between the mouth and the lips, in sides of the crop. */
  private static final double LIPS = 0.006;

  /** Likewise for the fade inwards from the outline. */
  private static final double FADE = 0.022;

  private RenderGate() {}

  /**
   * The share of each place, 0..1.
   *
   * @param maps of the move
   * @param kernels blur
   * @return a number for each place of the maps, row by row
   */
  public static float[] of(RenderMaps maps, ImageKernels kernels) {
    int side = maps.side();
    float[] moved = maps.moves();
    kernels.blur(moved, side, side, AROUND * side, moved);
    float[] inside = maps.face();
    kernels.blur(inside, side, side, FADE * side, inside);
    float[] mouth = maps.mouth();
    kernels.blur(mouth, side, side, LIPS * side, mouth);
    double unknown = Smooth.step((maps.gap() - KNOWN) / (UNKNOWN - KNOWN));
    for (int i = 0; i < moved.length; i++) {
      double drawn = 1 - unknown * Math.min(1, 2 * mouth[i]);
      double depth = Smooth.step(2 * inside[i] - 1);
      moved[i] = (float) (drawn * depth * Math.min(1, moved[i] / MOVED));
    }
    return moved;
  }
}
