package io.github.mien.image.io;

import io.github.mien.image.io.ImageWriteException.Kind;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A file that is there whole or not at all. */
final class AtomicFile {
  private static final int BUFFER_BYTES = 1 << 16;

  private AtomicFile() {}

  /** What fills the file. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Writes a temporary file beside the wanted one, then moves it there. */
  static void write(Path file, Content content) throws ImageWriteException {
    requirePlace(file);
    Path temporary = create(file);
    try {
      try (OutputStream out =
          new BufferedOutputStream(Files.newOutputStream(temporary), BUFFER_BYTES)) {
        content.writeTo(out);
      }
      move(temporary, file);
    } catch (IOException e) {
      throw new ImageWriteException(Kind.FAILED, file + ": writing failed: " + e.getMessage(), e);
    } finally {
      delete(temporary);
    }
  }

  /** Checks that {@link #write} can begin. */
  static void requireWritable(Path file) throws ImageWriteException {
    requirePlace(file);
    delete(create(file));
  }

  private static void requirePlace(Path file) throws ImageWriteException {
    if (Files.isDirectory(file)) {
      throw new ImageWriteException(Kind.DIRECTORY, file + ": is a folder; name a file");
    }
    Path folder = folder(file);
    if (!Files.isDirectory(folder)) {
      throw new ImageWriteException(
          Kind.NO_FOLDER, file + ": the folder " + folder + " does not exist; create it first");
    }
    if (Files.exists(file) && !Files.isWritable(file)) {
      throw new ImageWriteException(
          Kind.NOT_WRITABLE, file + ": exists and is write-protected; choose another name");
    }
  }

  /** Not {@code Files.createTempFile}, whose files only their owner can read. */
  private static Path create(Path file) throws ImageWriteException {
    Path temporary = folder(file).resolve("." + UUID.randomUUID() + ".part");
    try {
      Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW).close();
      return temporary;
    } catch (IOException e) {
      throw new ImageWriteException(
          Kind.NOT_WRITABLE,
          file + ": the folder " + folder(file) + " may not be written; choose another",
          e);
    }
  }

  private static Path folder(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file.toAbsolutePath() : parent;
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void delete(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      // The picture itself is written or its failure reported: a leftover must not hide that.
      temporary.toFile().deleteOnExit();
    }
  }
}
