package io.github.mien.meme;

import io.github.mien.error.MienException;

/** A caption that cannot be drawn in letters large enough to read. */
public final class CaptionException extends MienException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what does not fit where, and what to do
   */
  public CaptionException(String message) {
    super(message);
  }
}
