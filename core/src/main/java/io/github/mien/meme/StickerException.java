package io.github.mien.meme;

import io.github.mien.error.MienException;

/** A sticker that cannot be made within the limits of its platform. */
public final class StickerException extends MienException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message which limit is missed by how much, and what to do
   */
  public StickerException(String message) {
    super(message);
  }
}
