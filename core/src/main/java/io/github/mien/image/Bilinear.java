package io.github.mien.image;

/** Reads square planes between their numbers; nothing is checked. Thread-safe. */
public final class Bilinear {
  private Bilinear() {}

  /**
   * The value at a place. Nothing is checked.
   *
   * @param planes one plane after the other, row by row
   * @param offset index of the plane's first number
   * @param side numbers on a side, at least 2
   * @param x column, from 0 in the middle of the first; those beyond the border count as on it
   * @param y row, likewise
   */
  public static float at(float[] planes, int offset, int side, float x, float y) {
    float u = Math.max(0, Math.min(side - 1.001f, x));
    float v = Math.max(0, Math.min(side - 1.001f, y));
    int column = (int) u, row = (int) v;
    float fx = u - column, fy = v - row;
    int at = offset + row * side + column;
    float above = planes[at] + fx * (planes[at + 1] - planes[at]);
    float below = planes[at + side] + fx * (planes[at + side + 1] - planes[at + side]);
    return above + fy * (below - above);
  }

  /**
   * A whole plane at another resolution. One that is made smaller is not smoothed before.
   *
   * @param plane row by row
   * @param side numbers on a side, at least 2
   * @param size numbers on a side of the result
   * @return a fresh plane, row by row
   */
  public static float[] resized(float[] plane, int side, int size) {
    float[] resized = new float[size * size];
    float scale = (float) side / size;
    for (int i = 0; i < resized.length; i++) {
      float x = (i % size + 0.5f) * scale - 0.5f;
      float y = (i / size + 0.5f) * scale - 0.5f;
      resized[i] = at(plane, 0, side, x, y);
    }
    return resized;
  }
}
