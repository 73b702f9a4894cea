package io.github.mien.training.detector;

import io.github.mien.face.Box;
import io.github.mien.face.DetectorGrid;
import io.github.mien.face.DetectorGrid.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What the cells should say about a picture. A face belongs to the level whose cells suit its size,
 * near the limits to two; there to the cells near its middle. Cells around those, and levels of
 * nearly its size, are left alone.
 */
final class CellTargets {
  /** Numbers per positive cell: offset and logarithmic size of the box, five points. */
  static final int VALUES = DetectorGrid.VALUES - 1;

  private static final double[][] SIZES = {{0, 44}, {34, 100}, {78, 1e9}};
  private static final double NEARLY = 1.35;
  private static final double REACH_IN_CELLS = 0.75;
  private static final double REACH_IN_FACE = 0.17;

  private final float[] weights;
  private final List<Integer> cells = new ArrayList<>();
  private final List<float[]> values = new ArrayList<>();

  CellTargets(DetectorGrid grid, List<LabelledFace> faces) {
    weights = new float[grid.cells()];
    Arrays.fill(weights, 1);
    boolean[] taken = new boolean[weights.length];
    List<LabelledFace> smallestFirst = new ArrayList<>(faces);
    smallestFirst.sort(Comparator.comparingDouble(LabelledFace::size));
    for (LabelledFace face : smallestFirst) {
      for (int i = 0; i < SIZES.length; i++) {
        assign(face, grid.levels().get(i), SIZES[i], taken);
      }
    }
  }

  private void assign(LabelledFace face, Level level, double[] sizes, boolean[] taken) {
    double size = face.size();
    boolean positive = face.counted() && size >= sizes[0] && size < sizes[1];
    boolean nearly = size >= sizes[0] / NEARLY && size < sizes[1] * NEARLY;
    if (!positive && !nearly && face.counted()) {
      return;
    }
    double cx = (face.box().x0() + face.box().x1()) / 2;
    double cy = (face.box().y0() + face.box().y1()) / 2;
    double reach = Math.max(REACH_IN_CELLS * level.stride(), REACH_IN_FACE * size);
    double around = reach + Math.max(level.stride(), 0.2 * size);
    for (int row = 0; row < level.rows(); row++) {
      double dy = (row + 0.5) * level.stride() - cy;
      for (int column = 0; column < level.columns(); column++) {
        double dx = (column + 0.5) * level.stride() - cx;
        double distance = Math.hypot(dx, dy);
        int cell = level.first() + row * level.columns() + column;
        if (distance > around || taken[cell]) {
          continue;
        }
        if (positive && distance <= reach) {
          taken[cell] = true;
          weights[cell] = 1;
          cells.add(cell);
          values.add(encode(face, column, row, level.stride()));
        } else {
          weights[cell] = 0;
        }
      }
    }
  }

  /** The inverse of what {@link DetectorGrid} decodes. */
  private static float[] encode(LabelledFace face, int column, int row, int stride) {
    Box box = face.box();
    float[] v = new float[VALUES];
    v[0] = (float) ((box.x0() + box.x1()) / 2 / stride - column - 0.5);
    v[1] = (float) ((box.y0() + box.y1()) / 2 / stride - row - 0.5);
    v[2] = (float) Math.log(box.width() / stride);
    v[3] = (float) Math.log(box.height() / stride);
    for (int k = 0; k < 10; k += 2) {
      v[4 + k] = face.points()[k] / stride - column - 0.5f;
      v[5 + k] = face.points()[k + 1] / stride - row - 0.5f;
    }
    return v;
  }

  /** 1 for each cell that counts, 0 for those left alone. */
  float[] weights() {
    return weights;
  }

  /** The cells that hold a face. */
  List<Integer> cells() {
    return cells;
  }

  /** What each of {@link #cells()} should say after its score. */
  List<float[]> values() {
    return values;
  }
}
