package io.github.mien.morphable;

import io.github.mien.model.ModelException;
import io.github.mien.model.NumpyArchive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * ICT-FaceKit (Li et al. 2020, "Learning Formation of Physically-Based Face Attributes") at the
 * iBUG 68, from an {@code .npz} with {@code neutral} [n, 3], {@code identity} [i, n, 3], {@code
 * expression} [e, n, 3] and {@code landmarks68} [68]. Identity is counted in standard deviations,
 * expression in 0..1.
 */
public final class IctFaceKit {
  private static final double NOISE = 0.03;
  private static final double USUAL_EXPRESSION = 0.3;

  private IctFaceKit() {}

  /**
   * Reads the model; takes some hundred megabytes of memory for a moment.
   *
   * @throws IOException if the file cannot be read or lacks an array
   * @throws ModelException if the arrays do not belong together
   */
  public static FaceBasis read(Path file) throws IOException {
    NumpyArchive archive = new NumpyArchive(file);
    float[] neutral = archive.floats("neutral");
    float[] numbers = archive.floats("landmarks68");
    int[] marks = new int[numbers.length];
    Arrays.setAll(marks, i -> (int) numbers[i]);
    LandmarkVertices vertices = new LandmarkVertices(marks, neutral.length / 3, file.toString());
    float[][] identity = directions(archive, "identity", neutral.length, vertices, file);
    float[][] expression = directions(archive, "expression", neutral.length, vertices, file);
    return LandmarkVertices.basis(
        vertices.of(neutral),
        identity,
        expression,
        LandmarkVertices.prior(expression.length, USUAL_EXPRESSION, 0, 1, NOISE));
  }

  private static float[][] directions(
      NumpyArchive archive, String name, int size, LandmarkVertices vertices, Path file)
      throws IOException {
    float[] all = archive.floats(name);
    if (all.length % size != 0) {
      throw new ModelException(
          "%s has %d numbers in '%s', which is no multiple of the %d of 'neutral'"
              .formatted(file, all.length, name, size));
    }
    float[][] directions = new float[all.length / size][];
    for (int i = 0; i < directions.length; i++) {
      directions[i] = vertices.of(Arrays.copyOfRange(all, i * size, (i + 1) * size));
    }
    return directions;
  }
}
