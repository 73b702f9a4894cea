package io.github.mien.provider;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The implementations of a service at hand, and the choice of one: an explicit name beats a system
 * property, which beats {@linkplain Provider#priority() priority}. One that was named is taken or
 * refused with the reason; where none is named, one that cannot run is passed over with a warning
 * that says why. Listing loads no native code; choosing does.
 *
 * <p>Immutable.
 *
 * @param <T> the service
 */
public final class Providers<T extends Provider> {
  private static final Logger LOG = LoggerFactory.getLogger(Providers.class);

  private final Kind kind;
  private final List<T> providers;
  private final Logger log;

  /**
   * What the service is called and how it is chosen.
   *
   * @param what for messages, such as {@code inference back end}
   * @param property the system property that names one where the program names none
   * @param remedy what to do where there is none
   */
  public record Kind(String what, String property, String remedy) {}

  private Providers(Kind kind, List<T> providers) {
    this(kind, providers, LOG);
  }

  /** With a logger of one's own, for tests. */
  Providers(Kind kind, List<T> providers, Logger log) {
    this.kind = kind;
    this.log = log;
    this.providers =
        providers.stream()
            .sorted(Comparator.<T>comparingInt(Provider::priority).reversed())
            .toList();
  }

  /**
   * Those given.
   *
   * @param kind the service
   * @param providers in any order
   */
  public static <T extends Provider> Providers<T> of(Kind kind, List<T> providers) {
    return new Providers<>(kind, providers);
  }

  /**
   * Those that can be loaded; a broken one is left out with a warning.
   *
   * @param kind the service
   * @param found of a {@link java.util.ServiceLoader}
   */
  public static <T extends Provider> Providers<T> load(Kind kind, Iterator<T> found) {
    List<T> loaded = new ArrayList<>();
    while (true) {
      try {
        if (!found.hasNext()) {
          return new Providers<>(kind, loaded);
        }
        loaded.add(found.next());
      } catch (ServiceConfigurationError e) {
        LOG.warn("A broken {} is left out; fix or remove its jar", kind.what, e);
      }
    }
  }

  /** These and another one. */
  public Providers<T> with(T provider) {
    List<T> more = new ArrayList<>(providers);
    more.add(provider);
    return new Providers<>(kind, more, log);
  }

  /** All of them, the preferred first. */
  public List<T> list() {
    return providers;
  }

  /**
   * The one that the system property names, else the available one with the highest priority.
   *
   * @throws UnavailableException if the one named is unknown or cannot run here, or none can
   */
  public T choose() {
    return choose(null);
  }

  /**
   * The one named, else the one that the system property names, else the available one with the
   * highest priority.
   *
   * @param name such as {@code opencv}, or null
   * @throws UnavailableException if the one named is unknown or cannot run here, or none can
   */
  public T choose(@Nullable String name) {
    if (name != null) {
      return named(name, "");
    }
    String property = System.getProperty(kind.property, "");
    return property.isBlank()
        ? preferred()
        : named(property, " (system property " + kind.property + ")");
  }

  private T named(String name, String origin) {
    T provider =
        providers.stream()
            .filter(p -> p.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new UnavailableException(unknown(name, origin)));
    Availability state = provider.probe();
    if (!state.available()) {
      throw new UnavailableException(
          "The %s %s%s cannot run here: %s".formatted(kind.what, name, origin, state.detail()));
    }
    return announced(provider, state);
  }

  private String unknown(String name, String origin) {
    String others = providers.stream().map(Provider::name).collect(Collectors.joining(", "));
    return "There is no %s called %s%s. %s"
        .formatted(
            kind.what, name, origin, others.isEmpty() ? kind.remedy : "There are: " + others);
  }

  private T preferred() {
    List<String> refusals = new ArrayList<>();
    for (T provider : providers) {
      Availability state = provider.probe();
      if (state.available()) {
        if (!refusals.isEmpty()) {
          log.warn("{} Falling back to {}.", String.join(" ", refusals), provider.name());
        }
        return announced(provider, state);
      }
      refusals.add(
          "The %s %s cannot run here: %s".formatted(kind.what, provider.name(), state.detail()));
    }
    throw new UnavailableException(
        refusals.isEmpty()
            ? "There is no %s. %s".formatted(kind.what, kind.remedy)
            : String.join(" ", refusals));
  }

  private T announced(T provider, Availability state) {
    log.debug("The {} is {}: {}", kind.what, provider.name(), state.detail());
    return provider;
  }
}
