package io.github.mien.provider;

/**
 * Whether an implementation can run here.
 *
 * @param available whether it can
 * @param detail version and device if it can, otherwise the cause and the fix
 */
public record Availability(boolean available, String detail) {

  /**
   * That a native library cannot be loaded here.
   *
   * @param library its name
   * @param platforms what the artifact that brings it supports
   * @param failure what was thrown; its innermost cause is told
   */
  public static Availability notLoaded(String library, String platforms, Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return new Availability(
        false,
        ("%s's native library cannot be loaded on %s %s: %s. It needs %s, and a temporary folder"
                + " (java.io.tmpdir) that can be written to and executed from.")
            .formatted(
                library,
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                cause,
                platforms));
  }
}
