package io.github.mien;

import io.github.mien.image.ImageKernels;
import io.github.mien.inference.Backends;
import io.github.mien.inference.InferenceBackend;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.SessionOptions;
import io.github.mien.model.ModelStore;
import io.github.mien.superres.SuperResolution;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * The network that enlarges, which it owns. Few need it, so it is opened when it is first asked
 * for. Thread-safe.
 */
final class Enlarger implements AutoCloseable {
  private final @Nullable String backend;
  private final SessionOptions options;
  private final ModelStore store;
  private final ImageKernels kernels;
  private @Nullable InferenceSession session;
  private @Nullable SuperResolution network;
  private boolean closed;

  /**
   * @param backend by name, null for the best
   */
  Enlarger(
      @Nullable String backend, SessionOptions options, ModelStore store, ImageKernels kernels) {
    this.backend = backend;
    this.options = options;
    this.store = store;
    this.kernels = kernels;
  }

  ImageKernels kernels() {
    return kernels;
  }

  synchronized SuperResolution network() {
    if (closed) {
      throw new IllegalStateException("this Mien is closed; create another");
    }
    if (network == null) {
      network = open();
    }
    return network;
  }

  private SuperResolution open() {
    InferenceBackend chosen = Backends.discover().choose(backend);
    try {
      InferenceSession opened = store.open(ModelStore.SUPER_RESOLUTION, chosen, options);
      try {
        SuperResolution made = new SuperResolution(opened, kernels);
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
