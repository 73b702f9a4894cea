package io.github.mien.training.detector;

import io.github.mien.face.DetectorGrid;
import io.github.mien.inference.Planes;
import java.util.Arrays;
import java.util.List;

/**
 * Pictures and what the network should say about them.
 *
 * @param count pictures
 * @param size their side
 * @param images count, 3, size, size in -1..1
 * @param weights count * cells: 1 for the cells that count
 * @param cells indices of the cells that hold a face, in the batch
 * @param values what those should say, {@link CellTargets#VALUES} numbers each
 */
record DetectorBatch(
    int count, int size, float[] images, float[] weights, int[] cells, float[] values) {

  static DetectorBatch of(List<ComposedPicture> pictures) {
    int size = pictures.get(0).picture().width();
    int count = pictures.size();
    DetectorGrid grid = new DetectorGrid(size, size);
    float[] images = new float[count * 3 * size * size];
    float[] weights = new float[count * grid.cells()];
    int[] cells = new int[weights.length];
    float[] values = new float[cells.length * CellTargets.VALUES];
    int used = 0;
    for (int i = 0; i < count; i++) {
      Planes.write(pictures.get(i).picture(), 1 / 127.5f, -1, images, i * 3 * size * size);
      CellTargets targets = new CellTargets(grid, pictures.get(i).faces());
      System.arraycopy(targets.weights(), 0, weights, i * grid.cells(), grid.cells());
      for (int k = 0; k < targets.cells().size(); k++, used++) {
        cells[used] = i * grid.cells() + targets.cells().get(k);
        float[] value = targets.values().get(k);
        System.arraycopy(value, 0, values, used * CellTargets.VALUES, CellTargets.VALUES);
      }
    }
    return new DetectorBatch(
        count,
        size,
        images,
        weights,
        Arrays.copyOf(cells, used),
        Arrays.copyOf(values, used * CellTargets.VALUES));
  }
}
