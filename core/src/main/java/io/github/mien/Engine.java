package io.github.mien;

import io.github.mien.face.AnchorFreeFaceDetector;
import io.github.mien.face.FaceAligner;
import io.github.mien.face.LandmarkNetworks;
import io.github.mien.face.TwoPassFaceAligner;
import io.github.mien.image.ImageKernels;
import io.github.mien.inference.InferenceBackend;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.SessionOptions;
import io.github.mien.model.ModelStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The networks in memory, which it owns. Closing it twice is fine. */
final class Engine implements AutoCloseable {
  /** No networks at all. */
  static final Engine NONE = new Engine("none", null, null);

  private final String backend;
  private final @Nullable InferenceSession detector;
  private final @Nullable LandmarkNetworks landmarks;

  private Engine(
      String backend, @Nullable InferenceSession detector, @Nullable LandmarkNetworks landmarks) {
    this.backend = backend;
    this.detector = detector;
    this.landmarks = landmarks;
  }

  /** The models that it opens. */
  static List<String> models() {
    List<String> models = new ArrayList<>(List.of(ModelStore.DETECTOR));
    models.addAll(LandmarkNetworks.MODELS);
    return models;
  }

  static Engine open(InferenceBackend backend, SessionOptions options, ModelStore store)
      throws IOException {
    InferenceSession detector = store.open(ModelStore.DETECTOR, backend, options);
    try {
      return new Engine(backend.name(), detector, LandmarkNetworks.open(store, backend, options));
    } catch (IOException | RuntimeException e) {
      detector.close();
      throw e;
    }
  }

  FaceAligner aligner(ImageKernels kernels) {
    if (detector == null || landmarks == null) {
      throw new IllegalStateException("there are no networks; give an aligner of your own");
    }
    return new TwoPassFaceAligner(
        new AnchorFreeFaceDetector(detector, kernels), landmarks.landmarker(kernels));
  }

  String backend() {
    return backend;
  }

  @Override
  public void close() {
    if (detector != null) {
      detector.close();
    }
    if (landmarks != null) {
      landmarks.close();
    }
  }
}
