package io.github.mien.expression;

import io.github.mien.error.MienException;

/** A preset that does not exist or whose file is not as it should be. */
public final class PresetException extends MienException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what is wrong with which preset, and what to do
   */
  public PresetException(String message) {
    super(message);
  }
}
