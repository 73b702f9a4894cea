package io.github.mien.training.landmarker;

import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import io.github.mien.inference.Planes;

/** Crops as the network takes them. */
final class Crops {
  private static final int SIZE = LandmarkNet.SIZE;

  private Crops() {}

  /** From pixels of a crop to fractions of its side. */
  static Affine toFractions() {
    return Affine.ofSquare(0, 0, 1, 0, SIZE);
  }

  /** Writes a crop as the pipeline gives it to the network. */
  static void write(Image crop, float[] batch, int slot) {
    Planes.write(crop, 1 / 127.5f, -1, batch, slot * 3 * SIZE * SIZE);
  }
}
