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
        return Availability.notLoaded(
            "OpenCV", "Linux or macOS on x64 or arm64, or Windows on x64", e);
      }
    }
  }
}
