package io.github.mien.training.net;

import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Exponential moving average of a network's numbers, statistics included: it predicts better than
 * the last step's.
 */
public final class MovingAverage {
  private final Parameters source;
  private final Parameters average;
  private final double decay;

  /**
   * @param source what is trained
   * @param average holds the averages; empty at first
   * @param decay how much of the average stays per step, such as 0.999
   */
  public MovingAverage(Parameters source, Parameters average, double decay) {
    this.source = source;
    this.average = average;
    this.decay = decay;
  }

  /** The averages. */
  public Parameters parameters() {
    return average;
  }

  /**
   * Takes in the numbers after a step.
   *
   * @param step number of the step, the first is 1; early averages are short
   */
  public void update(long step) {
    double keep = Math.min(decay, (1.0 + step) / (10.0 + step));
    try (PointerScope scope = new PointerScope();
        AutoGradMode off = new AutoGradMode(false)) {
      for (Map.Entry<String, Tensor> e : source.trained().entrySet()) {
        Tensor value = e.getValue();
        mix(average.trained(e.getKey(), () -> value.detach().clone()), value, keep);
      }
      for (Map.Entry<String, Tensor> e : source.kept().entrySet()) {
        Tensor value = e.getValue();
        mix(average.kept(e.getKey(), () -> value.detach().clone()), value, keep);
      }
    }
  }

  private static void mix(Tensor average, Tensor value, double keep) {
    average.mul_(new Scalar(keep)).add_(value.detach(), new Scalar(1 - keep));
  }
}
