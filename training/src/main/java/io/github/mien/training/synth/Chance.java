package io.github.mien.training.synth;

import java.util.List;
import java.util.SplittableRandom;

/** Random choices, reproducible from the seed. */
public record Chance(SplittableRandom random) {

  /** From a seed. */
  public static Chance of(long seed) {
    return new Chance(new SplittableRandom(seed));
  }

  /** True with this probability. */
  public boolean is(double probability) {
    return random.nextDouble() < probability;
  }

  /** Evenly between two numbers. */
  public double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** As likely in each octave. */
  public double logBetween(double low, double high) {
    return low * Math.pow(high / low, random.nextDouble());
  }

  /** Of 0 to the bound, which is not reached. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  /** One of a list. */
  public <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** Red, green and blue, 0..255. */
  public int[] colour() {
    return new int[] {below(256), below(256), below(256)};
  }
}
