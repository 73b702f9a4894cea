package io.github.mien.blend;

/**
 * How the nodes of a grid lie along one axis. Where the picture ends, the outermost node stands for
 * less or more of it than the others do; this share depends on how far it is from the border, which
 * falls between the nodes of coarse grids.
 *
 * @param size nodes
 * @param first whether the picture ends before the first node
 * @param last whether the picture ends after the last node
 * @param firstShare share of the first node, 1 for a whole one
 * @param lastShare share of the last node
 */
record Axis(int size, boolean first, boolean last, float firstShare, float lastShare) {

  /**
   * @param pixels along the axis
   * @param step pixels from one node to the next; the first node is on the first pixel
   * @param first whether the picture ends before the first pixel
   * @param last whether the picture ends after the last pixel
   */
  static Axis of(int pixels, int step, boolean first, boolean last) {
    int size = (pixels - 1) / step + 1;
    if (size == 1) {
      float share = first && last ? (float) pixels / step : 1;
      return new Axis(1, first, last, share, share);
    }
    float half = 0.5f / step;
    float beyond = (float) (pixels - 1 - (size - 1) * step) / step;
    return new Axis(size, first, last, first ? 0.5f + half : 1, last ? 0.5f + beyond + half : 1);
  }

  /** The same axis of a grid with fewer nodes. */
  Axis coarser(int step) {
    return of(size, step, first, last);
  }

  float share(int node) {
    return node == 0 ? firstShare : node == size - 1 ? lastShare : 1;
  }

  /** How many neighbours a node has in the picture. */
  int neighbours(int node) {
    return 2 - (first && node == 0 ? 1 : 0) - (last && node == size - 1 ? 1 : 0);
  }

  /**
   * What is beyond the first node, in values of the second. With its equation divided by its share,
   * the second node counts 1 / share times, and what exceeds 1 is put on the other side.
   */
  float firstMirror() {
    return size == 1 ? 0 : 1 / firstShare - 1;
  }

  /** What is beyond the last node, in values of the last but one. */
  float lastMirror() {
    return size == 1 ? 0 : 1 / lastShare - 1;
  }
}
