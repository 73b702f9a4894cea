package io.github.mien.matte;

import io.github.mien.face.FaceCrop;
import io.github.mien.image.Bilinear;

/**
 * How much of each place of a square of a photo belongs to a person. Thread-safe while nobody
 * writes to the shares.
 *
 * @param crop the square
 * @param shares 0..1, row by row; shared, not copied
 * @param side numbers on a side, at least 2
 */
public record Matte(FaceCrop crop, float[] shares, int side) {
  /** Checks the size. */
  public Matte {
    if (side < 2 || shares.length != side * side) {
      throw new IllegalArgumentException(
          "a square of %d has %d shares, not %d".formatted(side, side * side, shares.length));
    }
  }

  /** The shares at another resolution, bilinear. */
  float[] enlarged(int size) {
    return Bilinear.resized(shares, side, size);
  }
}
