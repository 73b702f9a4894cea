package io.github.mien.tile;

/**
 * A picture as networks make it: planes of red, green and blue, 0..1 and a little beyond.
 *
 * @param planes one after the other, row by row; shared
 */
public record Levels(float[] planes, int width, int height) {

  /** Means of squares of pixels. */
  public Levels averaged(int side) {
    if (side == 1) {
      return this;
    }
    Levels small =
        new Levels(new float[planes.length / (side * side)], width / side, height / side);
    float share = 1f / (side * side);
    for (int row = 0; row < 3 * height; row++) {
      int in = row * width;
      int out = row / side * small.width;
      for (int x = 0; x < width; x++) {
        small.planes[out + x / side] += share * planes[in + x];
      }
    }
    return small;
  }
}
