package io.github.mien.face;

import io.github.mien.image.ImageKernels;
import io.github.mien.inference.InferenceBackend;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.SessionOptions;
import io.github.mien.model.ModelStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The networks that read points, in memory, which it owns. Closing it twice is fine. */
public final class LandmarkNetworks implements AutoCloseable {
  /** The models, that of the whole face first. */
  public static final List<String> MODELS =
      List.of(ModelStore.LANDMARKER, ModelStore.LANDMARKER_EYES, ModelStore.LANDMARKER_MOUTH);

  private final List<InferenceSession> sessions;

  private LandmarkNetworks(List<InferenceSession> sessions) {
    this.sessions = List.copyOf(sessions);
  }

  /**
   * Opens all of them.
   *
   * @throws IOException if a user's file cannot be read
   * @throws io.github.mien.model.ModelException if a model is missing or broken
   */
  public static LandmarkNetworks open(
      ModelStore store, InferenceBackend backend, SessionOptions options) throws IOException {
    List<InferenceSession> sessions = new ArrayList<>();
    try {
      for (String model : MODELS) {
        sessions.add(store.open(model, backend, options));
      }
    } catch (IOException | RuntimeException e) {
      sessions.forEach(InferenceSession::close);
      throw e;
    }
    return new LandmarkNetworks(sessions);
  }

  /** A landmarker that refines its points; usable until this is closed. */
  public Landmarker landmarker(ImageKernels kernels) {
    LandmarkRefiner refiner = new LandmarkRefiner(sessions.get(1), sessions.get(2), kernels);
    return new Landmarker(sessions.get(0), kernels, refiner);
  }

  /** A landmarker of the whole face alone; usable until this is closed. */
  public Landmarker coarseLandmarker(ImageKernels kernels) {
    return new Landmarker(sessions.get(0), kernels);
  }

  @Override
  public void close() {
    sessions.forEach(InferenceSession::close);
  }
}
