package io.github.mien.face;

/**
 * A full binary tree: each node compares the difference of two pixels with a threshold, each leaf
 * moves all points of a shape. The children of node i are 2 i + 1, where the difference is greater,
 * and 2 i + 2.
 */
final class RegressionTree {
  private final int[] first;
  private final int[] second;
  private final float[] threshold;
  private final float[] leaves;

  /**
   * @param first the pixel of each node
   * @param second the one that is taken from it
   * @param threshold of each node
   * @param leaves x, y of all points for one leaf after the other, one leaf more than nodes
   */
  RegressionTree(int[] first, int[] second, float[] threshold, float[] leaves) {
    this.first = first;
    this.second = second;
    this.threshold = threshold;
    this.leaves = leaves;
  }

  /** Whether no node looks at a pixel of that number or a later one. */
  boolean looksBelow(int pixels) {
    for (int i = 0; i < threshold.length; i++) {
      if (first[i] >= pixels || second[i] >= pixels) {
        return false;
      }
    }
    return true;
  }

  /**
   * Moves a shape.
   *
   * @param pixels grey levels that nodes look at
   * @param shape x, y of the points; modified
   */
  void move(float[] pixels, float[] shape) {
    int node = 0;
    while (node < threshold.length) {
      boolean greater = pixels[first[node]] - pixels[second[node]] > threshold[node];
      node = 2 * node + (greater ? 1 : 2);
    }
    int leaf = (node - threshold.length) * shape.length;
    for (int i = 0; i < shape.length; i++) {
      shape[i] += leaves[leaf + i];
    }
  }
}
