package io.github.mien.provider;

import io.github.mien.error.MienException;

/**
 * An implementation that was asked for by name and is not there or cannot run, or none that can.
 */
public final class UnavailableException extends MienException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message which, why, and what to do
   */
  public UnavailableException(String message) {
    super(message);
  }
}
