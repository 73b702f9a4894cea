package io.github.mien.benchmarks;

import io.github.mien.face.Landmarks;
import io.github.mien.reconstruct.Occluder;
import java.util.Arrays;

/** A board before a mouth, as whoever knows what is in front of a face would say it. */
final class Board {
  private static final int SIDE = 128;

  private Board() {}

  static Occluder before(Landmarks face) {
    float[] shares = new float[SIDE * SIDE];
    for (int y = 70; y < 105; y++) {
      Arrays.fill(shares, SIDE * y + 40, SIDE * y + 90, 1);
    }
    return Occluder.of(face, shares, SIDE);
  }
}
