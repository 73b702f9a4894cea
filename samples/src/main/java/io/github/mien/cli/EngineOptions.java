package io.github.mien.cli;

import io.github.mien.Mien;
import io.github.mien.MienBuilder;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that looks at faces. */
final class EngineOptions {
  @Option(
      names = "--backend",
      paramLabel = "NAME",
      description = "Inference back end, such as onnxruntime; default: the best available.")
  private @Nullable String backend;

  Mien open() throws Failure {
    MienBuilder builder = Mien.builder();
    if (backend != null) {
      builder.backend(backend);
    }
    try {
      return builder.build();
    } catch (IOException e) {
      throw new Failure(ExitCode.NO_BACKEND, "a model cannot be read: " + e.getMessage(), e);
    }
  }
}
