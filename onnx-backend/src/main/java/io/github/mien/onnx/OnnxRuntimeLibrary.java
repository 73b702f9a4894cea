package io.github.mien.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.github.mien.inference.InferenceException;
import io.github.mien.provider.Availability;
import org.jspecify.annotations.Nullable;

/**
 * The native library and its environment, of which ONNX Runtime has one per process: loaded when it
 * is first needed. Whether that worked is remembered, since a JVM cannot try again.
 */
record OnnxRuntimeLibrary(@Nullable OrtEnvironment environment, Availability availability) {

  /** Loads it on first use. Never throws. */
  static OnnxRuntimeLibrary get() {
    return Loading.RESULT;
  }

  /** Loads it on first use. */
  static OrtEnvironment require() {
    OnnxRuntimeLibrary library = get();
    if (library.environment == null) {
      throw new InferenceException(library.availability.detail());
    }
    return library.environment;
  }

  private static final class Loading {
    static final OnnxRuntimeLibrary RESULT = load();

    private static OnnxRuntimeLibrary load() {
      try {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        environment.setTelemetry(false);
        return new OnnxRuntimeLibrary(
            environment,
            new Availability(true, "ONNX Runtime " + environment.getVersion() + ", CPU"));
      } catch (LinkageError | OrtException | RuntimeException e) {
        return new OnnxRuntimeLibrary(
            null,
            Availability.notLoaded(
                "ONNX Runtime", "Linux on x64 or arm64, macOS on arm64 or Windows on x64", e));
      }
    }
  }
}
