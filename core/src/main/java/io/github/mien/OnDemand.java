package io.github.mien;

import io.github.mien.inference.Backends;
import io.github.mien.inference.InferenceBackend;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.SessionOptions;
import io.github.mien.model.ModelStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A network that few need, so it is opened when it is first asked for; it owns it. Thread-safe.
 *
 * @param <T> what runs it
 */
final class OnDemand<T> implements AutoCloseable {
  private final Networks networks;
  private final String model;
  private final Function<InferenceSession, T> maker;
  private final Once<T> runner = new Once<>(this::open);
  private @Nullable InferenceSession session;
  private boolean closed;

  /**
   * How networks are opened.
   *
   * @param backend by name, null for the best
   */
  record Networks(@Nullable String backend, SessionOptions options, ModelStore store) {}

  /**
   * @param model name in the store
   * @param maker makes what runs an open network
   */
  OnDemand(Networks networks, String model, Function<InferenceSession, T> maker) {
    this.networks = networks;
    this.model = model;
    this.maker = maker;
  }

  synchronized T get() {
    if (closed) {
      throw new IllegalStateException("this Mien is closed; create another");
    }
    return runner.get();
  }

  private T open() {
    InferenceBackend chosen = Backends.discover().choose(networks.backend);
    try {
      InferenceSession opened = networks.store.open(model, chosen, networks.options);
      try {
        T made = maker.apply(opened);
        session = opened;
        return made;
      } catch (RuntimeException e) {
        opened.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (session != null) {
      session.close();
    }
  }
}
