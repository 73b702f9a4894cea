package io.github.mien.samples.average;

/** A spline at every pixel of a square picture: computed on a grid, linear between. */
record SplineMap(float[] x, float[] y) {
  private static final int STEP = 8;

  static SplineMap of(ThinPlateSpline spline, int size) {
    int nodes = (size + STEP - 1) / STEP + 1;
    float[] nodeX = new float[nodes * nodes];
    float[] nodeY = new float[nodes * nodes];
    for (int row = 0; row < nodes; row++) {
      for (int column = 0; column < nodes; column++) {
        nodeX[row * nodes + column] = (float) spline.mapX(column * STEP, row * STEP);
        nodeY[row * nodes + column] = (float) spline.mapY(column * STEP, row * STEP);
      }
    }
    return new SplineMap(between(nodeX, nodes, size), between(nodeY, nodes, size));
  }

  private static float[] between(float[] nodes, int columns, int size) {
    float[] pixels = new float[size * size];
    for (int y = 0; y < size; y++) {
      float down = (float) (y % STEP) / STEP;
      for (int x = 0; x < size; x++) {
        float across = (float) (x % STEP) / STEP;
        int node = y / STEP * columns + x / STEP;
        float upper = nodes[node] + across * (nodes[node + 1] - nodes[node]);
        int below = node + columns;
        float lower = nodes[below] + across * (nodes[below + 1] - nodes[below]);
        pixels[y * size + x] = upper + down * (lower - upper);
      }
    }
    return pixels;
  }
}
