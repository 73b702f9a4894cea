package io.github.mien.cli;

import io.github.mien.Mien;
import io.github.mien.Result;
import io.github.mien.Source;
import io.github.mien.Target;
import io.github.mien.UnusableFaceException;
import io.github.mien.image.Image;
import io.github.mien.transfer.TransferOptions;
import java.nio.file.Path;
import java.time.Duration;
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
    StepTimes times = new StepTimes();
    Image sourceImage = times.read("read_source", source);
    Image neutral = sourceNeutral == null ? null : times.read("read_source_neutral", sourceNeutral);
    Image targetImage = times.read("read_target", target);
    try {
      Source shown = neutral == null ? mien.source(sourceImage) : mien.source(sourceImage, neutral);
      times.add(shown.times(), "_source");
      Target face = mien.target(targetImage);
      times.add(face.times(), "_target");
      Result result = face.show(shown, options);
      times.add(result.times(), "");
      times.write(result.image(), out, result.marks());
      return new Outcome(this, shown, face, result, times.all());
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
}
