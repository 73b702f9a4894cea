package io.github.mien.reconstruct;

import io.github.mien.face.Landmarks;

/**
 * Where the points of the skin lie on the average face, in eye distances from between the outer
 * corners of its eyes, right and down positive. The resource is made by {@code
 * io.github.mien.training.mesh.TrianglesCommand}.
 */
final class AverageFace {
  private static final double[] XY =
      PointTable.read("average-face.txt").mapToDouble(Double::parseDouble).toArray();

  /** Of each of the 478 points; nought for the irises. */
  static final float[] X = every(0);

  static final float[] Y = every(1);

  private AverageFace() {}

  private static float[] every(int offset) {
    float[] numbers = new float[Landmarks.COUNT];
    for (int i = 0; 2 * i < XY.length; i++) {
      numbers[i] = (float) XY[2 * i + offset];
    }
    return numbers;
  }
}
