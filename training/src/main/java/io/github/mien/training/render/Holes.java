package io.github.mien.training.render;

import io.github.mien.reconstruct.RenderMaps;
import java.util.SplittableRandom;

/** Punches round and square holes into a face, which the network is to fill. */
final class Holes {
  private static final int MOST = 3;
  private static final double SMALLEST = 0.06;
  private static final double LARGEST = 0.24;

  private Holes() {}

  /** Punches some, and lets what is painted there show wholly. */
  static void punch(RenderBatch batch, int place, SplittableRandom random) {
    for (int n = random.nextInt(MOST); n >= 0; n--) {
      hole(batch, place, random);
    }
  }

  private static void hole(RenderBatch batch, int place, SplittableRandom random) {
    int side = RenderBatch.SIDE;
    double x = side * (0.2 + 0.6 * random.nextDouble());
    double y = side * (0.2 + 0.6 * random.nextDouble());
    double width = side * (SMALLEST + (LARGEST - SMALLEST) * random.nextDouble());
    double height = side * (SMALLEST + (LARGEST - SMALLEST) * random.nextDouble());
    double angle = Math.PI * random.nextDouble();
    double power = random.nextBoolean() ? 2 : 8;
    double c = Math.cos(angle), s = Math.sin(angle);
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        double u = Math.abs((c * (column - x) + s * (row - y)) / width);
        double v = Math.abs((c * (row - y) - s * (column - x)) / height);
        if (Math.pow(u, power) + Math.pow(v, power) < 1) {
          hide(batch, place, row * side + column);
        }
      }
    }
  }

  private static void hide(RenderBatch batch, int place, int pixel) {
    int side = RenderBatch.SIDE;
    int map = pixel / side / 2 * RenderBatch.MAP_SIDE + pixel % side / 2;
    boolean face = batch.maps()[RenderMaps.COUNT * RenderBatch.MAP_PLANE * place + map] != 0;
    if (face) {
      batch.seen()[place * RenderBatch.PLANE + pixel] = 0;
      batch.gate()[place * RenderBatch.MAP_PLANE + map] = 1;
      for (int c = 0; c < 3; c++) {
        batch.picture()[(3 * place + c) * RenderBatch.PLANE + pixel] = 0;
      }
    }
  }
}
