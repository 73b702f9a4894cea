package io.github.mien.face;

import java.util.ArrayList;
import java.util.List;

/**
 * The cells of {@link AnchorFreeFaceDetector}'s network. Each cell of three grids, of 8, 16 and 32
 * pixels, says with {@value #VALUES} numbers whether a face is centred near it and where: logit of
 * the score; centre of the box as an offset from the cell's; logarithms of the box's width and
 * height; x, y of the five points of {@link Detection} as offsets. Lengths are in cells. The output
 * lists the grids from fine to coarse, each row by row.
 *
 * @param width of the network's input in pixels, a multiple of {@value #MULTIPLE}
 * @param height of the network's input in pixels, a multiple of {@value #MULTIPLE}
 */
public record DetectorGrid(int width, int height) {
  /** Numbers per cell. */
  public static final int VALUES = 15;

  /** What the sides of the input are multiples of: the largest cell. */
  public static final int MULTIPLE = 32;

  private static final int[] STRIDES = {8, 16, 32};

  /** Checks the sides. */
  public DetectorGrid {
    if (width < MULTIPLE || height < MULTIPLE || width % MULTIPLE != 0 || height % MULTIPLE != 0) {
      throw new IllegalArgumentException(
          "sides are multiples of " + MULTIPLE + ", not " + width + " x " + height);
    }
  }

  /**
   * One of the three grids.
   *
   * @param stride side of a cell in pixels of the input
   * @param columns cells in a row
   * @param rows cells in a column
   * @param first index of its first cell in the output
   */
  public record Level(int stride, int columns, int rows, int first) {}

  /** The grids from fine to coarse. */
  public List<Level> levels() {
    List<Level> levels = new ArrayList<>();
    int first = 0;
    for (int stride : STRIDES) {
      Level level = new Level(stride, width / stride, height / stride, first);
      levels.add(level);
      first += level.columns() * level.rows();
    }
    return levels;
  }

  /** Cells of all grids. */
  public int cells() {
    Level last = levels().get(STRIDES.length - 1);
    return last.first() + last.columns() * last.rows();
  }

  /**
   * The detections of all cells that are sure enough, in coordinates of the input, edges being
   * whole numbers (the centre of the first pixel is at 0.5).
   *
   * @param output the network's, {@link #VALUES} numbers per cell
   * @param minScore least score, above 0 and below 1
   */
  List<Detection> decode(float[] output, float minScore) {
    double minLogit = Math.log(minScore / (1 - minScore));
    List<Detection> found = new ArrayList<>();
    for (Level level : levels()) {
      int cells = level.columns() * level.rows();
      for (int i = 0; i < cells; i++) {
        int at = (level.first() + i) * VALUES;
        if (output[at] > minLogit) {
          found.add(decode(output, at, level, i));
        }
      }
    }
    return found;
  }

  private static Detection decode(float[] output, int at, Level level, int cell) {
    int stride = level.stride();
    int column = cell % level.columns();
    int row = cell / level.columns();
    float cx = (column + 0.5f) * stride;
    float cy = (row + 0.5f) * stride;
    double x = cx + output[at + 1] * stride;
    double y = cy + output[at + 2] * stride;
    double halfWidth = Math.exp(output[at + 3]) * stride / 2;
    double halfHeight = Math.exp(output[at + 4]) * stride / 2;
    float[] points = new float[10];
    for (int k = 0; k < 10; k += 2) {
      points[k] = cx + output[at + 5 + k] * stride;
      points[k + 1] = cy + output[at + 6 + k] * stride;
    }
    return new Detection(
        new Box(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight),
        (float) (1 / (1 + Math.exp(-output[at]))),
        points);
  }
}
