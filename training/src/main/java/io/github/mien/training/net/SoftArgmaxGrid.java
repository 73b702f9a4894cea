package io.github.mien.training.net;

/** The pixel centres that {@link Layers#softArgmax} averages. */
public final class SoftArgmaxGrid {
  private SoftArgmaxGrid() {}

  /** x, y of each pixel, row by row: {@code height * width} by 2 numbers in -0.5..0.5. */
  public static float[] of(int height, int width) {
    float[] grid = new float[2 * height * width];
    for (int y = 0, i = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        grid[i++] = (x + 0.5f) / width - 0.5f;
        grid[i++] = (y + 0.5f) / height - 0.5f;
      }
    }
    return grid;
  }
}
