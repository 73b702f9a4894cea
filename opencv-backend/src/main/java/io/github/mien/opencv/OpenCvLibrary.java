package io.github.mien.opencv;

import io.github.mien.inference.InferenceException;
import io.github.mien.provider.Availability;
import org.opencv.core.Core;

/**
 * The native library: loaded when it is first needed, once per process. Whether that worked is
 * remembered, since a JVM cannot try again.
 */
final class OpenCvLibrary {

  private OpenCvLibrary() {}

  /** Loads it on first use. Never throws. */
  static Availability probe() {
    return Loading.RESULT;
  }

  /** Loads it on first use. */
  static void require() {
    Availability result = probe();
    if (!result.available()) {
      throw new InferenceException(result.detail());
    }
  }

  private static final class Loading {
    static final Availability RESULT = load();

    private static Availability load() {
      try {
        nu.pattern.OpenCV.loadLocally();
        return new Availability(true, "OpenCV " + Core.VERSION + ", CPU");
      } catch (LinkageError | RuntimeException e) {
        return new Availability(
            false,
            "OpenCV's native library cannot be loaded on %s %s: %s. Use a platform that org.openpnp:opencv supports (Linux, macOS or Windows on x64 or arm64) and a temporary folder (java.io.tmpdir) that can be written to and executed from."
                .formatted(System.getProperty("os.name"), System.getProperty("os.arch"), e));
      }
    }
  }
}
