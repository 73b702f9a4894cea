package io.github.mien.inference;

/**
 * How a session runs.
 *
 * @param threads threads that one call may use, at least 1
 */
public record SessionOptions(int threads) {
  /** One thread: calls run beside each other instead. */
  public static final SessionOptions DEFAULT = new SessionOptions(1);

  /** Checks the number. */
  public SessionOptions {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, not " + threads);
    }
  }
}
