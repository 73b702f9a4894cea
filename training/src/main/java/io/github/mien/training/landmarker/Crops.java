package io.github.mien.training.landmarker;

import io.github.mien.image.Affine;
import io.github.mien.image.Image;

/** Crops as the network takes them. */
final class Crops {
  private static final int SIZE = LandmarkNet.SIZE;

  private Crops() {}

  /** From pixels of a crop to fractions of its side. */
  static Affine toFractions() {
    return Affine.ofSquare(0, 0, 1, 0, SIZE);
  }

  /** Writes a crop as planes of R, G, B in -1..1. */
  static void write(Image crop, float[] batch, int slot) {
    int plane = SIZE * SIZE;
    int out = slot * 3 * plane;
    byte[] data = crop.data();
    for (int i = 0; i < plane; i++) {
      for (int k = 0; k < 3; k++) {
        batch[out + k * plane + i] = (data[3 * i + k] & 0xff) / 127.5f - 1;
      }
    }
  }
}
