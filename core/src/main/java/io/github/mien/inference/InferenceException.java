package io.github.mien.inference;

import io.github.mien.error.MienException;
import org.jspecify.annotations.Nullable;

/** A network that cannot be loaded or run. */
public final class InferenceException extends MienException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what was wrong and what to do
   */
  public InferenceException(String message) {
    super(message);
  }

  /**
   * @param message what was wrong and what to do
   * @param cause what the back end threw
   */
  public InferenceException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
