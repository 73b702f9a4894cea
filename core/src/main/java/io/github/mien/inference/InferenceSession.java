package io.github.mien.inference;

import java.util.List;
import java.util.Map;

/**
 * A network, loaded and ready. Sessions are shared: {@link #run} may be called from any number of
 * threads at once. Native memory lives until {@link #close()}; closing twice is fine, running after
 * that is an {@link IllegalStateException}.
 */
public interface InferenceSession extends AutoCloseable {

  /** Names of the inputs, in the model's order. */
  List<String> inputs();

  /** Names of the outputs, in the model's order. */
  List<String> outputs();

  /**
   * Runs the network once.
   *
   * @param inputs a tensor for each input; not modified
   * @return a tensor of its own for each output, in the model's order
   * @throws InferenceException if the network cannot run on them
   */
  Map<String, Tensor> run(Map<String, Tensor> inputs);

  /**
   * One of the outputs of a run.
   *
   * @param outputs what {@link #run} returned
   * @param name of the output
   * @throws InferenceException if the network has no such output
   */
  static Tensor output(Map<String, Tensor> outputs, String name) {
    Tensor output = outputs.get(name);
    if (output == null) {
      throw new InferenceException(
          "the network gives %s but not '%s'; it is another kind of model"
              .formatted(outputs.keySet(), name));
    }
    return output;
  }

  @Override
  void close();
}
