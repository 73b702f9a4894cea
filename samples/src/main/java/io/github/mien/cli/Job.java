package io.github.mien.cli;

import io.github.mien.Mien;
import io.github.mien.Result;
import io.github.mien.Source;
import io.github.mien.Stage;
import io.github.mien.Target;
import io.github.mien.UnusableFaceException;
import io.github.mien.image.Image;
import io.github.mien.transfer.TransferOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One transfer from files to a file.
 *
 * @param source photo whose expression is taken
 * @param sourceNeutral the same person at rest, if there is such a photo
 * @param target photo whose face is changed
 * @param out where the result goes
 * @param options strength and regions
 */
record Job(
    Path source, @Nullable Path sourceNeutral, Path target, Path out, TransferOptions options) {

  /**
   * What came out of it.
   *
   * @param times by step, in the order they were taken
   */
  record Outcome(
      Job job, Source source, Target target, Result result, Map<String, Duration> times) {}

  Outcome run(Mien mien) throws Failure {
    Pictures.requireWritable(out);
    Map<String, Duration> times = new LinkedHashMap<>();
    Image sourceImage = read("read_source", source, times);
    Image neutral =
        sourceNeutral == null ? null : read("read_source_neutral", sourceNeutral, times);
    Image targetImage = read("read_target", target, times);
    try {
      Source shown = neutral == null ? mien.source(sourceImage) : mien.source(sourceImage, neutral);
      add(shown.times(), "_source", times);
      Target face = mien.target(targetImage);
      add(face.times(), "_target", times);
      Result result = face.show(shown, options);
      add(result.times(), "", times);
      long start = System.nanoTime();
      Pictures.write(result.image(), out, result.marks());
      times.put("write", Duration.ofNanos(System.nanoTime() - start));
      return new Outcome(this, shown, face, result, times);
    } catch (UnusableFaceException e) {
      throw Failures.of(e, photo(e));
    }
  }

  private Path photo(UnusableFaceException e) {
    return switch (e.role()) {
      case SOURCE -> source;
      case SOURCE_NEUTRAL -> sourceNeutral == null ? source : sourceNeutral;
      case TARGET -> target;
    };
  }

  private static Image read(String step, Path file, Map<String, Duration> times) throws Failure {
    long start = System.nanoTime();
    Image image = Pictures.read(file);
    times.put(step, Duration.ofNanos(System.nanoTime() - start));
    return image;
  }

  private static void add(Map<Stage, Duration> stages, String suffix, Map<String, Duration> times) {
    for (Stage stage : Stage.values()) {
      Duration time = stages.get(stage);
      if (time != null) {
        times.put(stage.name().toLowerCase(Locale.ROOT) + suffix, time);
      }
    }
  }
}
