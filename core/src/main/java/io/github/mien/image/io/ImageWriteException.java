package io.github.mien.image.io;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A picture that cannot be written: the message names the output, what is wrong, what to do. */
public final class ImageWriteException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What is wrong with the output. */
  public enum Kind {
    /** The name ends in none of the extensions that can be written. */
    UNKNOWN_EXTENSION,
    /** The folder that would hold the file is missing or is a file. */
    NO_FOLDER,
    /** The path is a folder. */
    DIRECTORY,
    /** The folder or the existing file may not be written. */
    NOT_WRITABLE,
    /** Writing began and failed, for example because the disk is full. */
    FAILED
  }

  private final Kind kind;

  ImageWriteException(Kind kind, String message) {
    this(kind, message, null);
  }

  ImageWriteException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** What is wrong with the output. */
  public Kind kind() {
    return kind;
  }
}
