package io.github.mien.cli;

import io.github.mien.Stage;
import io.github.mien.image.Image;
import io.github.mien.meme.Marks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What the steps of a job take, in the order they are taken. */
final class StepTimes {
  private final Map<String, Duration> times = new LinkedHashMap<>();

  Image read(String step, Path file) throws Failure {
    long start = System.nanoTime();
    Image image = Pictures.read(file);
    times.put(step, Duration.ofNanos(System.nanoTime() - start));
    return image;
  }

  void write(Image image, Path file, Marks marks) throws Failure {
    long start = System.nanoTime();
    Pictures.write(image, file, marks);
    times.put("write", Duration.ofNanos(System.nanoTime() - start));
  }

  void add(Map<Stage, Duration> stages, String suffix) {
    for (Stage stage : Stage.values()) {
      Duration time = stages.get(stage);
      if (time != null) {
        times.put(stage.name().toLowerCase(Locale.ROOT) + suffix, time);
      }
    }
  }

  Map<String, Duration> all() {
    return times;
  }
}
