package io.github.mien.training.run;

import io.github.mien.training.net.Parameters;

/**
 * What a network learns: its samples, its loss, and how good it has become. For one thread, but for
 * {@link #batch}.
 *
 * @param <B> a batch of samples
 */
public interface Lesson<B> {

  /** Makes the batch of a number; called on a thread of its own. */
  B batch(long number);

  /** Makes the parameters of a network that has learnt nothing yet. */
  void initialise(Parameters parameters);

  /**
   * Leaves the gradients of a batch's loss in the parameters.
   *
   * @param progress share of the run that is done, 0..1
   * @return the loss
   */
  double learn(Parameters parameters, B batch, double progress);

  /** The finished model. */
  byte[] toOnnx(Parameters parameters);

  /** Measures a network on what it does not learn from. */
  String score(Parameters parameters);
}
