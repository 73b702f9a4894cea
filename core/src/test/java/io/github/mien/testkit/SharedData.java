package io.github.mien.testkit;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Photos, labels and reference models that lie beside the project and are not part of it. Tests
 * that ask for one are skipped where it is absent.
 */
public final class SharedData {

  private SharedData() {}

  /**
   * A file or folder of {@code ../shared}, seen from the repository's root.
   *
   * @param path relative, such as {@code data/portraits}
   */
  public static Path require(String path) {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path file = at.resolve("shared").resolve(path);
      if (Files.exists(file)) {
        return file;
      }
    }
    return abort("skipped: ../shared/" + path + " is not there");
  }
}
