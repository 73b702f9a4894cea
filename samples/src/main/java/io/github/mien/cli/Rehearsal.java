package io.github.mien.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Runs what users run most, so that the launcher can keep the classes that this loads in an archive
 * for a faster start.
 */
final class Rehearsal {
  private Rehearsal() {}

  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("mien");
    try {
      Path source = save(SampleFace.WOMAN_SMILING, folder);
      Path target = save(SampleFace.OLDER_MAN, folder);
      Path pairs = Files.writeString(folder.resolve("pairs.csv"), "source,target,out\n");
      String out = folder.resolve("out.png").toString();
      String jpeg = folder.resolve("out.jpg").toString();
      String json = folder.resolve("out.json").toString();
      run("transfer", "--source", source, "--target", target, "--out", out, "--json", json);
      run("transfer", "--source", out, "--target", target, "--out", jpeg);
      run("inspect", target, "--out", out);
      run("caption", "--target", target, "--top", "When it works", "--out", out);
      run("demo", "--out", out);
      run("batch", pairs);
      run("transfer", "--source", json);
    } finally {
      delete(folder);
    }
  }

  private static Path save(SampleFace face, Path folder) throws IOException {
    Path file = folder.resolve(face.file());
    try (InputStream bytes = face.open()) {
      Files.copy(bytes, file);
    }
    return file;
  }

  private static void run(Object... args) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Main.run(nowhere, nowhere, Stream.of(args).map(Object::toString).toArray(String[]::new));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
