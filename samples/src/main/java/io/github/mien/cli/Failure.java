package io.github.mien.cli;

import org.jspecify.annotations.Nullable;

/** A command cannot go on: one line for the user, and an exit code. */
final class Failure extends Exception {
  private static final long serialVersionUID = 1L;

  private final ExitCode code;

  Failure(ExitCode code, String line, @Nullable Throwable cause) {
    super(line.replaceAll("\\s*\\R\\s*", " "), cause);
    this.code = code;
  }

  ExitCode code() {
    return code;
  }

  String line() {
    return String.valueOf(getMessage());
  }
}
