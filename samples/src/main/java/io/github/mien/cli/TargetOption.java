package io.github.mien.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The photo that is changed. */
final class TargetOption {
  @Option(
      names = "--target",
      required = true,
      paramLabel = "PHOTO",
      description = "Photo whose face is changed.")
  private Path photo;

  Path photo() {
    return photo;
  }
}
