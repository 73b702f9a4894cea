package io.github.mien.inference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The back ends at hand, and the choice of one: an explicit name beats the system property {@value
 * #PROPERTY}, which beats {@linkplain InferenceBackend#priority() priority}. A back end that was
 * named is taken or refused with the reason; where none is named, one that cannot run is passed
 * over with a warning that says why. Listing loads no native code; choosing does.
 *
 * <p>Immutable.
 */
public final class Backends {
  /** Names the back end to take where the program names none. */
  public static final String PROPERTY = "mien.backend";

  private static final Logger LOG = LoggerFactory.getLogger(Backends.class);
  private static final String HOW_TO_GET_ONE =
      "Put io.github.mien:mien-onnx or io.github.mien:mien-opencv on the class or module path.";

  private final List<InferenceBackend> backends;

  private Backends(List<InferenceBackend> backends) {
    this.backends =
        backends.stream()
            .sorted(Comparator.comparingInt(InferenceBackend::priority).reversed())
            .toList();
  }

  /** Those that {@link ServiceLoader} finds with the thread's context class loader. */
  public static Backends discover() {
    return new Backends(load(ServiceLoader.load(InferenceBackend.class).iterator()));
  }

  /**
   * Those given.
   *
   * @param backends in any order
   */
  public static Backends of(List<InferenceBackend> backends) {
    return new Backends(backends);
  }

  private static List<InferenceBackend> load(Iterator<InferenceBackend> providers) {
    List<InferenceBackend> loaded = new ArrayList<>();
    while (true) {
      try {
        if (!providers.hasNext()) {
          return loaded;
        }
        loaded.add(providers.next());
      } catch (ServiceConfigurationError e) {
        LOG.warn(
            "An inference back end is left out because its provider is broken; fix or remove its"
                + " jar",
            e);
      }
    }
  }

  /** All of them, the preferred first. */
  public List<InferenceBackend> list() {
    return backends;
  }

  /**
   * The one that the system property names, else the available one with the highest priority.
   *
   * @throws InferenceException if the one named is unknown or cannot run here, or none can
   */
  public InferenceBackend choose() {
    return choose(null);
  }

  /**
   * The one named, else the one that the system property names, else the available one with the
   * highest priority.
   *
   * @param name such as {@code onnxruntime}, or null
   * @throws InferenceException if the one named is unknown or cannot run here, or none can
   */
  public InferenceBackend choose(@Nullable String name) {
    if (name != null) {
      return named(name, "");
    }
    String property = System.getProperty(PROPERTY, "");
    return property.isBlank()
        ? preferred()
        : named(property, " (system property " + PROPERTY + ")");
  }

  private InferenceBackend named(String name, String origin) {
    InferenceBackend backend =
        backends.stream()
            .filter(b -> b.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new InferenceException(unknown(name, origin)));
    Availability state = backend.probe();
    if (!state.available()) {
      throw new InferenceException(
          "The inference back end %s%s cannot run here: %s"
              .formatted(name, origin, state.detail()));
    }
    return announced(backend, state);
  }

  private String unknown(String name, String origin) {
    return backends.isEmpty()
        ? "There is no inference back end, so none called %s%s. %s"
            .formatted(name, origin, HOW_TO_GET_ONE)
        : "There is no inference back end called %s%s; there are %s."
            .formatted(
                name,
                origin,
                backends.stream().map(InferenceBackend::name).collect(Collectors.joining(", ")));
  }

  private InferenceBackend preferred() {
    List<String> refusals = new ArrayList<>();
    for (InferenceBackend backend : backends) {
      Availability state = backend.probe();
      if (state.available()) {
        if (!refusals.isEmpty()) {
          LOG.warn("{} Falling back to {}.", String.join(" ", refusals), backend.name());
        }
        return announced(backend, state);
      }
      refusals.add(backend.name() + " cannot run here: " + state.detail());
    }
    throw new InferenceException(
        refusals.isEmpty()
            ? "There is no inference back end. " + HOW_TO_GET_ONE
            : "No inference back end can run here. " + String.join(" ", refusals));
  }

  private static InferenceBackend announced(InferenceBackend backend, Availability state) {
    LOG.info("Inference by {} ({})", backend.name(), state.detail());
    return backend;
  }
}
