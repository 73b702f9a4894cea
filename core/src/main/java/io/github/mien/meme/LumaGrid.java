package io.github.mien.meme;

import io.github.mien.image.Image;
import io.github.mien.image.Luma;

/**
 * The brightness of a picture on a grid of a set size, whatever size the picture has: so a picture
 * that was scaled has the same grid, and marks on it need no search.
 */
final class LumaGrid {
  /** Rows and columns. */
  static final int SIDE = 256;

  private LumaGrid() {}

  /**
   * Averages what each cell covers, and interpolates where a cell is smaller than a pixel.
   *
   * @param image laid on white where it is transparent
   * @return row by row, 0..255
   */
  static float[] of(Image image) {
    Cells columns = new Cells(image.width());
    Cells rows = new Cells(image.height());
    float[] grid = new float[SIDE * SIDE];
    float[] line = new float[image.width()];
    float[] cells = new float[SIDE];
    for (int y = 0; y < image.height(); y++) {
      luma(image, y, line);
      columns.average(line, cells);
      rows.spread(y, cells, grid);
    }
    return grid;
  }

  /** The brightness of a row, 0..255. */
  static void luma(Image image, int y, float[] line) {
    byte[] data = image.data();
    boolean alpha = image.hasAlpha();
    for (int x = 0, p = image.index(0, y); x < line.length; x++, p += image.channels()) {
      float luma = Luma.of(data, p);
      line[x] = alpha ? 255 - (255 - luma) * (data[p + 3] & 0xff) / 255 : luma;
    }
  }

  /**
   * How much each pixel along one side adds to the cells: a cell sees pixels through a triangle as
   * wide as two cells or, where those are smaller, two pixels.
   */
  private static final class Cells {
    private final int[] first;
    private final float[][] weights;

    Cells(int pixels) {
      first = new int[SIDE];
      weights = new float[SIDE][];
      double step = (double) pixels / SIDE;
      double reach = Math.max(1, step) * 0.5 + 0.5;
      for (int cell = 0; cell < SIDE; cell++) {
        double middle = (cell + 0.5) * step - 0.5;
        int from = Math.max(0, (int) Math.ceil(middle - reach));
        int to = Math.min(pixels - 1, (int) Math.floor(middle + reach));
        first[cell] = from;
        weights[cell] = weights(from, to, middle, step);
      }
    }

    /** The part of each pixel that lies in the cell; linear between two pixels for small cells. */
    private static float[] weights(int from, int to, double middle, double step) {
      float[] weights = new float[to - from + 1];
      double half = Math.max(1, step) / 2;
      float sum = 0;
      for (int i = 0; i < weights.length; i++) {
        double distance = Math.abs(from + i - middle);
        weights[i] = (float) Math.max(0, Math.min(1, half + 0.5 - distance));
        sum += weights[i];
      }
      for (int i = 0; i < weights.length; i++) {
        weights[i] /= sum;
      }
      return weights;
    }

    void average(float[] line, float[] cells) {
      for (int cell = 0; cell < SIDE; cell++) {
        float sum = 0;
        for (int i = 0; i < weights[cell].length; i++) {
          sum += weights[cell][i] * line[first[cell] + i];
        }
        cells[cell] = sum;
      }
    }

    /** Adds a line of cells to all rows that see it. */
    void spread(int y, float[] cells, float[] grid) {
      int guess = (int) ((y + 0.5) * SIDE / (first[SIDE - 1] + weights[SIDE - 1].length));
      for (int row = lowest(guess, y); row < SIDE && first[row] <= y; row++) {
        int i = y - first[row];
        if (i < weights[row].length) {
          for (int x = 0; x < SIDE; x++) {
            grid[row * SIDE + x] += weights[row][i] * cells[x];
          }
        }
      }
    }

    private int lowest(int guess, int y) {
      int row = Math.min(SIDE - 1, guess);
      while (row > 0 && first[row - 1] + weights[row - 1].length > y) {
        row--;
      }
      return row;
    }
  }
}
