package io.github.mien.training.net;

import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019, arXiv:1711.05101). Its moments live
 * in {@link Parameters} of their own, so that a checkpoint is two such files.
 */
public final class AdamW {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.99;
  private static final double EPSILON = 1e-8;

  private final Parameters parameters;
  private final Parameters moments;
  private final double decay;
  private final Predicate<String> decays;
  private final ToDoubleFunction<String> factors;

  /**
   * @param parameters to train
   * @param moments the optimiser's own numbers, empty at first
   * @param decay weight decay
   * @param decays which names decay; best the weights only, not scales, shifts and biases
   */
  public AdamW(Parameters parameters, Parameters moments, double decay, Predicate<String> decays) {
    this(parameters, moments, decay, decays, name -> 1);
  }

  /**
   * @param factors what the rate is multiplied with by name; small for layers that start nearly
   *     right
   */
  public AdamW(
      Parameters parameters,
      Parameters moments,
      double decay,
      Predicate<String> decays,
      ToDoubleFunction<String> factors) {
    this.parameters = parameters;
    this.moments = moments;
    this.decay = decay;
    this.decays = decays;
    this.factors = factors;
  }

  /**
   * One step along the gradients, which are cleared.
   *
   * @param step number of the step, the first is 1
   * @param rate learning rate
   */
  public void step(long step, double rate) {
    double correct1 = 1 - Math.pow(BETA1, step);
    double correct2 = Math.sqrt(1 - Math.pow(BETA2, step));
    try (PointerScope scope = new PointerScope();
        AutoGradMode off = new AutoGradMode(false)) {
      for (Map.Entry<String, Tensor> e : parameters.trained().entrySet()) {
        Tensor value = e.getValue();
        Tensor gradient = value.grad();
        if (!gradient.defined()) {
          continue;
        }
        Tensor mean = moments.kept(e.getKey() + ".m", () -> Parameters.zerosLike(value));
        Tensor square = moments.kept(e.getKey() + ".v", () -> Parameters.zerosLike(value));
        mean.mul_(new Scalar(BETA1)).add_(gradient, new Scalar(1 - BETA1));
        square.mul_(new Scalar(BETA2)).addcmul_(gradient, gradient, new Scalar(1 - BETA2));
        double own = rate * factors.applyAsDouble(e.getKey());
        if (decays.test(e.getKey())) {
          value.mul_(new Scalar(1 - own * decay));
        }
        Tensor root = square.sqrt().mul_(new Scalar(1 / correct2)).add_(new Scalar(EPSILON));
        value.addcdiv_(mean, root, new Scalar(-own / correct1));
        gradient.zero_();
      }
    }
  }
}
