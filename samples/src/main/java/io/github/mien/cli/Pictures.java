package io.github.mien.cli;

import io.github.mien.image.Animation;
import io.github.mien.image.Image;
import io.github.mien.image.Metadata;
import io.github.mien.image.io.Animations;
import io.github.mien.image.io.ImageReadException;
import io.github.mien.image.io.Images;
import io.github.mien.meme.Marks;
import io.github.mien.meme.Provenance;
import java.io.IOException;
import java.nio.file.Path;

/** Picture files, with failures that name them. */
final class Pictures {
  private Pictures() {}

  static Image read(Path file) throws Failure {
    return read(file, Images::read);
  }

  /** What a file says of its picture or film. */
  static Metadata metadata(Path file) throws Failure {
    return read(file, Animations::metadata);
  }

  private interface Reader<T> {
    T read(Path file) throws IOException;
  }

  private static <T> T read(Path file, Reader<T> reader) throws Failure {
    try {
      return reader.read(file);
    } catch (ImageReadException e) {
      throw new Failure(code(e.kind()), String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new Failure(ExitCode.UNREADABLE, file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  static Animation readAnimation(Path file) throws Failure {
    return read(file, Animations::read);
  }

  /** What a frame that cannot be had means for the command. */
  static Failure badFrame(Path file, IOException e) {
    ExitCode code =
        e instanceof ImageReadException known ? code(known.kind()) : ExitCode.NOT_A_PICTURE;
    return new Failure(code, file + ": " + e.getMessage(), e);
  }

  private static ExitCode code(ImageReadException.Kind kind) {
    return switch (kind) {
      case MISSING, DIRECTORY, UNREADABLE -> ExitCode.UNREADABLE;
      case TOO_LARGE -> ExitCode.TOO_LARGE;
      case EMPTY, DAMAGED, NOT_AN_IMAGE, HEIC, UNSUPPORTED -> ExitCode.NOT_A_PICTURE;
    };
  }

  /** Writes a picture in which no face was changed. */
  static void write(Image image, Path file) throws Failure {
    write(image, file, Metadata.NONE);
  }

  /** Writes a picture in which a face was changed. */
  static void write(Image image, Path file, Marks marks) throws Failure {
    write(marks.draw(image), file, marks.metadata());
  }

  /** Writes what was made of a photo without a change of its faces: says what the photo said. */
  static void writeAs(Path photo, Image image, Path file) throws Failure {
    write(image, file, Provenance.of(metadata(photo)).toMetadata());
  }

  private static void write(Image image, Path file, Metadata metadata) throws Failure {
    try {
      Images.write(image, file, metadata);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Fails before any work is done if a picture cannot be written there. */
  static void requireWritable(Path file) throws Failure {
    try {
      Images.requireWritable(file);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private static Failure unwritable(IOException e) {
    return new Failure(ExitCode.UNWRITABLE, String.valueOf(e.getMessage()), e);
  }
}
