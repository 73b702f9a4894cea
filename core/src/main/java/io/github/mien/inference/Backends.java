package io.github.mien.inference;

import io.github.mien.provider.Providers;
import java.util.ServiceLoader;

/** The inference back ends at hand. */
public final class Backends {
  /** The system property that names the back end to take where the program names none. */
  public static final String PROPERTY = "mien.backend";

  private static final Providers.Kind KIND =
      new Providers.Kind(
          "inference back end",
          PROPERTY,
          "Put io.github.mien:mien-onnx or io.github.mien:mien-opencv on the class or module"
              + " path.");

  private Backends() {}

  /**
   * Those that {@link ServiceLoader} finds with the thread's context class loader. Loads no native
   * code.
   */
  public static Providers<InferenceBackend> discover() {
    return Providers.load(KIND, ServiceLoader.load(InferenceBackend.class).iterator());
  }
}
