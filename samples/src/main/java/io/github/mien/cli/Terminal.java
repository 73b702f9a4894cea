package io.github.mien.cli;

/** Whether somebody watches. */
final class Terminal {
  private Terminal() {}

  /**
   * The launcher says so; since JDK 22 {@link System#console()} no longer does when output goes to
   * a file.
   */
  static boolean isThere() {
    return Boolean.getBoolean("mien.terminal");
  }
}
