package io.github.mien.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command writes its {@link Report}, if anywhere. */
final class ReportOption {
  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Faces, boxes, landmarks, coefficients, times, models and back end.")
  private @Nullable Path file;

  /** Fails before any work is done if the report is wanted and cannot be written. */
  void requireWritable() throws Failure {
    if (file != null) {
      Report.requireWritable(file);
    }
  }

  /** Writes the report if it is wanted. */
  void write(Report.Content content) throws Failure {
    if (file != null) {
      Report.write(file, content);
    }
  }
}
