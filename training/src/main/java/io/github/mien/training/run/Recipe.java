package io.github.mien.training.run;

import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * How a network is trained, however long that takes.
 *
 * @param averaging how much of the moving average stays per step
 * @param warmup share of the run in which the rate rises
 * @param decay weight decay
 * @param decays which parameters decay, by name
 * @param factors what the rate is multiplied with, by name
 */
public record Recipe(
    double averaging,
    double warmup,
    double decay,
    Predicate<String> decays,
    ToDoubleFunction<String> factors) {

  /** Weights decay, scales, shifts and biases do not. */
  public static Recipe of(double averaging, double warmup, double decay) {
    return new Recipe(averaging, warmup, decay, name -> name.endsWith("weight"), name -> 1);
  }

  /** The same with other parameters that decay. */
  public Recipe withDecays(Predicate<String> changed) {
    return new Recipe(averaging, warmup, decay, changed, factors);
  }

  /** The same with rates of their own for some parameters. */
  public Recipe withFactors(ToDoubleFunction<String> changed) {
    return new Recipe(averaging, warmup, decay, decays, changed);
  }
}
