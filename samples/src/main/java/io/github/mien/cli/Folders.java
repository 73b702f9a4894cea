package io.github.mien.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders for output. */
final class Folders {
  private Folders() {}

  static void make(Path folder) throws Failure {
    try {
      Files.createDirectories(folder.toAbsolutePath());
    } catch (IOException e) {
      throw new Failure(
          ExitCode.UNWRITABLE, folder + ": the folder cannot be made: " + e.getMessage(), e);
    }
  }

  static void makeParent(Path file) throws Failure {
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      make(parent);
    }
  }
}
