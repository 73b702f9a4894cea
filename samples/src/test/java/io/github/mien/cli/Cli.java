package io.github.mien.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A command that has run in this process.
 *
 * @param code its exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record Cli(int code, String out, String err) {

  static Cli run(Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Main.run(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            Stream.of(args).map(Object::toString).toArray(String[]::new));
    return new Cli(code, out.toString(), err.toString());
  }

  List<String> errorLines() {
    return err.lines().toList();
  }

  /** Puts a sample face into a folder. */
  static Path save(SampleFace face, Path folder) throws IOException {
    Path file = folder.resolve(face.file());
    try (InputStream bytes = face.open()) {
      Files.copy(bytes, file);
    }
    return file;
  }
}
