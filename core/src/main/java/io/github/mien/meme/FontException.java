package io.github.mien.meme;

import io.github.mien.error.MienException;
import org.jspecify.annotations.Nullable;

/** There is no font, or one that cannot be read. */
public final class FontException extends MienException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message which font, what is wrong with it, and what to do
   */
  public FontException(String message) {
    super(message);
  }

  /**
   * @param message which font, what is wrong with it, and what to do
   * @param cause what the reader threw
   */
  public FontException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
