package io.github.mien.training.detector;

import java.util.List;
import java.util.SplittableRandom;

/** Random choices, reproducible from the seed. */
record Chance(SplittableRandom random) {

  static Chance of(long seed) {
    return new Chance(new SplittableRandom(seed));
  }

  /** True with this probability. */
  boolean is(double probability) {
    return random.nextDouble() < probability;
  }

  double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** As likely in each octave. */
  double logBetween(double low, double high) {
    return low * Math.pow(high / low, random.nextDouble());
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  int[] colour() {
    return new int[] {below(256), below(256), below(256)};
  }
}
