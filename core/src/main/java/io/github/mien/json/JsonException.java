package io.github.mien.json;

import io.github.mien.error.MienException;

/** A text that is no JSON, or not what was expected. The message says where and what. */
public final class JsonException extends MienException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what is wrong
   */
  public JsonException(String message) {
    super(message);
  }
}
