package io.github.mien.superres;

import io.github.mien.image.Image;
import io.github.mien.inference.InferenceException;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.Planes;
import io.github.mien.inference.Tensor;
import io.github.mien.model.ModelException;
import io.github.mien.tile.Levels;
import java.util.Arrays;
import java.util.Map;

/**
 * A session whose output is a larger picture.
 *
 * @param factor by how much each side grows
 */
record EnlargingNetwork(InferenceSession net, int factor) {
  private static final int PROBE = 16;
  private static final String WANTED =
      "an enlarging network has one input and one output, 1 x 3 x height x width of any size, the"
          + " output larger by a whole factor";

  /** Finds the factor by a run on a small picture. */
  static EnlargingNetwork of(InferenceSession net) {
    if (net.inputs().size() != 1 || net.outputs().size() != 1) {
      throw new ModelException(
          "%s; this one has the inputs %s and the outputs %s"
              .formatted(WANTED, net.inputs(), net.outputs()));
    }
    int[] shape = probe(net).shape();
    int factor = shape.length == 4 ? shape[3] / PROBE : 0;
    int side = PROBE * factor;
    if (factor < 1 || !Arrays.equals(shape, new int[] {1, 3, side, side})) {
      throw new ModelException(
          "%s; this one makes %s of 1 x 3 x %d x %d"
              .formatted(WANTED, Arrays.toString(shape), PROBE, PROBE));
    }
    return new EnlargingNetwork(net, factor);
  }

  private static Tensor probe(InferenceSession net) {
    float[] grey = new float[3 * PROBE * PROBE];
    Arrays.fill(grey, 0.5f);
    try {
      return output(net, Tensor.of(grey, 1, 3, PROBE, PROBE));
    } catch (InferenceException e) {
      throw new ModelException(
          "%s; this one cannot be run on 1 x 3 x %d x %d: %s"
              .formatted(WANTED, PROBE, PROBE, e.getMessage()),
          e);
    }
  }

  private static Tensor output(InferenceSession net, Tensor picture) {
    Map<String, Tensor> outputs = net.run(Map.of(net.inputs().get(0), picture));
    return InferenceSession.output(outputs, net.outputs().get(0));
  }

  /**
   * Enlarges a picture as a whole.
   *
   * @param tile RGB, sides multiples of 4
   */
  Levels run(Image tile) {
    float[] planes = output(net, Planes.of(tile, 1 / 255f, 0)).data();
    return new Levels(planes, factor * tile.width(), factor * tile.height());
  }
}
