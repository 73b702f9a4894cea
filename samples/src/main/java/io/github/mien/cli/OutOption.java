package io.github.mien.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a picture goes. */
final class OutOption {
  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Result, PNG, JPEG or WebP by its extension; replaced if it exists.")
  private Path file;

  Path file() {
    return file;
  }

  /** Fails before any work is done for nothing. */
  void requireWritable() throws Failure {
    Pictures.requireWritable(file);
  }
}
