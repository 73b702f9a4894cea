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
import io.github.mien.reconstruct.FaceRenderer;
import io.github.mien.reconstruct.MeshWarpReconstructor;
import io.github.mien.reconstruct.PaintingReconstructor;
import io.github.mien.reconstruct.Reconstructor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The networks in memory, which it owns. Closing it twice is fine. */
final class Engine implements AutoCloseable {
  /** No networks at all. */
  static final Engine NONE = new Engine("none");

  private final String backend;
  private @Nullable InferenceSession detector;
  private @Nullable LandmarkNetworks landmarks;
  private @Nullable InferenceSession renderer;

  private Engine(String backend) {
    this.backend = backend;
  }

  /** The models that find faces and read their points. */
  static List<String> alignerModels() {
    List<String> models = new ArrayList<>(List.of(ModelStore.DETECTOR));
    models.addAll(LandmarkNetworks.MODELS);
    return models;
  }

  /**
   * Opens networks.
   *
   * @param aligns whether to find faces and read their points
   * @param paints whether to paint what a moved face lacks
   */
  static Engine open(
      InferenceBackend backend,
      SessionOptions options,
      ModelStore store,
      boolean aligns,
      boolean paints)
      throws IOException {
    Engine engine = new Engine(backend.name());
    try {
      if (aligns) {
        engine.detector = store.open(ModelStore.DETECTOR, backend, options);
        engine.landmarks = LandmarkNetworks.open(store, backend, options);
      }
      if (paints) {
        engine.renderer = store.open(ModelStore.RENDERER, backend, options);
      }
      return engine;
    } catch (IOException | RuntimeException e) {
      engine.close();
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

  /** Moves faces, and paints what they lack if that network is open. */
  Reconstructor reconstructor(ImageKernels kernels) {
    Reconstructor warp = new MeshWarpReconstructor(kernels);
    return renderer == null
        ? warp
        : new PaintingReconstructor(warp, new FaceRenderer(renderer, kernels));
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
    if (renderer != null) {
      renderer.close();
    }
  }
}
