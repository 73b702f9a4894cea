package io.github.mien.blend;

import java.util.Arrays;

/**
 * The right-hand side where the differences of source and target compete, for the unknown that is
 * added to the target: over the pairs of neighbours, how far the source's difference exceeds the
 * target's where it is at least as strong.
 */
final class StrongerDifferences {
  private int[] source = {};
  private int[] target = {};
  private int[] sourceNext = {};
  private int[] targetNext = {};
  private int[] across = {};
  private int[] below = {};
  private int[] above = {};
  private float[] sums = {};

  void set(Overlay overlay, int channel, Checkerboard rhs) {
    int width = overlay.width();
    reserve(width);
    Arrays.fill(below, 0);
    overlay.sourceRow(0, channel, source);
    overlay.targetRow(0, channel, target);
    for (int y = 0; y < overlay.height(); y++) {
      swapBelow();
      System.arraycopy(source, 1, sourceNext, 0, width - 1);
      System.arraycopy(target, 1, targetNext, 0, width - 1);
      excess(source, sourceNext, target, targetNext, across, width - 1);
      across[width - 1] = 0;
      if (y + 1 < overlay.height()) {
        overlay.sourceRow(y + 1, channel, sourceNext);
        overlay.targetRow(y + 1, channel, targetNext);
        excess(source, sourceNext, target, targetNext, below, width);
      } else {
        Arrays.fill(below, 0);
      }
      sums[0] = across[0] + below[0] - above[0];
      for (int x = 1; x < width; x++) {
        sums[x] = across[x] - across[x - 1] + below[x] - above[x];
      }
      rhs.split(sums, y, width);
      swapRows();
    }
  }

  private void reserve(int width) {
    if (source.length < width) {
      source = new int[width];
      target = new int[width];
      sourceNext = new int[width];
      targetNext = new int[width];
      across = new int[width];
      below = new int[width];
      above = new int[width];
      sums = new float[width];
    }
  }

  private void swapBelow() {
    int[] swap = above;
    above = below;
    below = swap;
  }

  private void swapRows() {
    int[] swap = source;
    source = sourceNext;
    sourceNext = swap;
    swap = target;
    target = targetNext;
    targetNext = swap;
  }

  /** Without branches: on a photo they would be guessed wrong every other time. */
  private static void excess(int[] p, int[] q, int[] targetP, int[] targetQ, int[] out, int n) {
    for (int i = 0; i < n; i++) {
      int wanted = p[i] - q[i];
      int there = targetP[i] - targetQ[i];
      int weaker = Math.abs(wanted) - Math.abs(there) >> 31;
      out[i] = (wanted - there) & ~weaker;
    }
  }
}
