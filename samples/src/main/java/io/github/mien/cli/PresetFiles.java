package io.github.mien.cli;

import io.github.mien.expression.Preset;
import io.github.mien.expression.PresetException;
import io.github.mien.expression.Presets;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Presets by name or file, with failures that name them. */
final class PresetFiles {
  private PresetFiles() {}

  /**
   * @param name of an embedded preset, or a path
   */
  static Preset find(String name) throws Failure {
    if (name.endsWith(".json") || name.contains("/") || name.contains("\\")) {
      return read(path(name));
    }
    try {
      return Presets.embedded().get(name);
    } catch (PresetException e) {
      throw new Failure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    }
  }

  static Preset read(Path file) throws Failure {
    try {
      return Preset.read(file);
    } catch (PresetException e) {
      throw new Failure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
    } catch (NoSuchFileException e) {
      throw new Failure(ExitCode.UNREADABLE, file + ": no such file", e);
    } catch (IOException e) {
      throw new Failure(ExitCode.UNREADABLE, file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static Path path(String name) throws Failure {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new Failure(ExitCode.UNREADABLE, name + ": no path: " + e.getReason(), e);
    }
  }
}
