package io.github.mien.model;

import io.github.mien.error.MienException;
import org.jspecify.annotations.Nullable;

/** A model file that is not what it should be. */
public final class ModelException extends MienException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message which file, what was expected, what was found, and what to do
   */
  public ModelException(String message) {
    super(message);
  }

  /**
   * @param message which file, what was expected, what was found, and what to do
   * @param cause what the reader threw
   */
  public ModelException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
