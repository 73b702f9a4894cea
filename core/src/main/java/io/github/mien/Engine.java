package io.github.mien;

import io.github.mien.face.AnchorFreeFaceDetector;
import io.github.mien.face.FaceAligner;
import io.github.mien.face.Landmarker;
import io.github.mien.face.TwoPassFaceAligner;
import io.github.mien.image.ImageKernels;
import io.github.mien.inference.InferenceBackend;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.SessionOptions;
import io.github.mien.model.ModelStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The networks in memory, which it owns. Closing it twice is fine. */
final class Engine implements AutoCloseable {
  /** No networks at all. */
  static final Engine NONE = new Engine("none", List.of());

  static final List<String> NETWORKS = List.of(ModelStore.DETECTOR, ModelStore.LANDMARKER);

  private final String backend;
  private final List<InferenceSession> sessions;

  private Engine(String backend, List<InferenceSession> sessions) {
    this.backend = backend;
    this.sessions = List.copyOf(sessions);
  }

  static Engine open(InferenceBackend backend, SessionOptions options, ModelStore store)
      throws IOException {
    List<InferenceSession> sessions = new ArrayList<>();
    try {
      for (String network : NETWORKS) {
        sessions.add(store.open(network, backend, options));
      }
    } catch (IOException | RuntimeException e) {
      sessions.forEach(InferenceSession::close);
      throw e;
    }
    return new Engine(backend.name(), sessions);
  }

  FaceAligner aligner(ImageKernels kernels) {
    return new TwoPassFaceAligner(
        new AnchorFreeFaceDetector(sessions.get(0), kernels),
        new Landmarker(sessions.get(1), kernels));
  }

  String backend() {
    return backend;
  }

  @Override
  public void close() {
    sessions.forEach(InferenceSession::close);
  }
}
