package io.github.mien.reconstruct;

import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.Tensor;
import java.util.List;
import java.util.Map;

/** A network that answers the same, whatever it is asked. */
record StandInNetwork(List<String> inputs, String output, Tensor answer)
    implements InferenceSession {

  /** A painter that leaves all levels as they are. */
  static StandInNetwork paintingNothing() {
    int size = FaceRenderer.SIZE;
    return new StandInNetwork(
        List.of("picture", "seen", "maps"),
        "change",
        Tensor.of(new float[3 * size * size], 1, 3, size, size));
  }

  /** A finder of the same everywhere. */
  static StandInNetwork finding(float[] hidden) {
    int size = VisibilityNetwork.SIZE;
    return new StandInNetwork(List.of("picture"), "hidden", Tensor.of(hidden, 1, 1, size, size));
  }

  @Override
  public List<String> outputs() {
    return List.of(output);
  }

  @Override
  public Map<String, Tensor> run(Map<String, Tensor> tensors) {
    return Map.of(output, answer);
  }

  @Override
  public void close() {}
}
