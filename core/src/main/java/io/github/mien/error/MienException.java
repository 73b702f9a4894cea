package io.github.mien.error;

import org.jspecify.annotations.Nullable;

/**
 * Root of the unchecked exceptions that Mien throws on its own account. Messages say what was wrong
 * with which input, and what to do about it.
 */
public class MienException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what was wrong and what to do
   */
  public MienException(String message) {
    super(message);
  }

  /**
   * @param message what was wrong and what to do
   * @param cause what was thrown underneath
   */
  public MienException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
