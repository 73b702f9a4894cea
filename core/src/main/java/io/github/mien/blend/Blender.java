package io.github.mien.blend;

import io.github.mien.image.Image;

/**
 * Puts a part of one picture into another so that no seam shows: the part keeps its details and
 * takes its colours from around it. A service type; the Java implementation is always there.
 * Implementations are stateless and thread-safe.
 */
public interface Blender {

  /** Short name for options and reports, such as {@code java}. */
  String name();

  /** Which of several is taken when none is named: the largest. Java's is 0. */
  int priority();

  /**
   * Replaces the masked pixels of the target by those of the source, shifted by the smoothest
   * correction that meets the target's colours all around the mask (Pérez, Gangnet and Blake 2003,
   * "Poisson Image Editing", importing gradients). Within one grey level of the exact solution.
   * Where the mask reaches the border of either picture nothing is to be met. Alpha is left as it
   * is.
   *
   * @param source read only
   * @param mask one byte per pixel of the source, row by row; other than 0: replace
   * @param target changed where the mask is set only; may not share pixels with the source
   * @param x column of the target that the source's first column falls on; may be negative
   * @param y row of the target that the source's first row falls on; may be negative
   */
  void blend(Image source, byte[] mask, Image target, int x, int y);

  /** The implementation in Java, always there. */
  static Blender java() {
    return PoissonBlender.INSTANCE;
  }
}
