package io.github.mien.image.io;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A picture that cannot be read: the message names the input, what is wrong and what to do. */
public final class ImageReadException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What is wrong with the input. */
  public enum Kind {
    /** There is no such file. */
    MISSING,
    /** The path is a folder. */
    DIRECTORY,
    /** The file is there but may not be read. */
    UNREADABLE,
    /** There is not one byte. */
    EMPTY,
    /** The file ends too early or contradicts itself. */
    DAMAGED,
    /** The bytes are no picture of any known format. */
    NOT_AN_IMAGE,
    /** HEIC or AVIF, which need a codec that Java lacks. */
    HEIC,
    /** A picture, but of a format or variant that is not read. */
    UNSUPPORTED,
    /** More pixels than {@link Images#MAX_PIXELS}, or more than memory holds. */
    TOO_LARGE
  }

  private final Kind kind;

  /**
   * For readers of one's own.
   *
   * @param kind what is wrong
   * @param message the input, what is wrong, and what to do
   */
  public ImageReadException(Kind kind, String message) {
    this(kind, message, null);
  }

  /**
   * For readers of one's own.
   *
   * @param kind what is wrong
   * @param message the input, what is wrong, and what to do
   * @param cause null if there is none
   */
  public ImageReadException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** The same failure with the name of its input in front. */
  ImageReadException of(String input) {
    ImageReadException named =
        new ImageReadException(kind, input + ": " + getMessage(), getCause());
    named.setStackTrace(getStackTrace());
    return named;
  }

  /** What is wrong with the input. */
  public Kind kind() {
    return kind;
  }
}
