package io.github.mien;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/** Adds up the time that stages take. For one thread. */
final class Stopwatch {
  private final Map<Stage, Duration> times = new EnumMap<>(Stage.class);

  <T> T time(Stage stage, Supplier<T> work) {
    long start = System.nanoTime();
    T result = work.get();
    times.merge(stage, Duration.ofNanos(System.nanoTime() - start), Duration::plus);
    return result;
  }

  Map<Stage, Duration> times() {
    return times;
  }
}
