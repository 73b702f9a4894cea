package io.github.mien;

import io.github.mien.face.AnchorFreeFaceDetector;
import io.github.mien.face.FaceAligner;
import io.github.mien.face.FaceDetector;
import io.github.mien.face.LandmarkNetworks;
import io.github.mien.face.TiledFaceDetector;
import io.github.mien.face.TwoPassFaceAligner;
import io.github.mien.image.ImageKernels;
import io.github.mien.inference.InferenceBackend;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.SessionOptions;
import io.github.mien.model.ModelStore;
import io.github.mien.reconstruct.FaceFill;
import io.github.mien.reconstruct.FaceRenderer;
import io.github.mien.reconstruct.MeshWarpReconstructor;
import io.github.mien.reconstruct.PaintingReconstructor;
import io.github.mien.reconstruct.Reconstructor;
import io.github.mien.reconstruct.Uncovering;
import io.github.mien.reconstruct.Visibility;
import io.github.mien.reconstruct.VisibilityNetwork;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The networks in memory, which it owns. Closing it twice is fine. */
final class Engine implements AutoCloseable {
  /** No networks at all. */
  static final Engine NONE = new Engine("none");

  private final String backend;
  private @Nullable InferenceSession detector;
  private @Nullable LandmarkNetworks landmarks;
  private @Nullable InferenceSession renderer;
  private @Nullable InferenceSession visibility;
  private @Nullable InferenceSession fill;

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
   * @param uncovers whether to fill faces behind what is in front of them
   * @param finds whether to find what is in front of faces
   */
  static Engine open(
      InferenceBackend backend,
      SessionOptions options,
      ModelStore store,
      boolean aligns,
      boolean paints,
      boolean uncovers,
      boolean finds)
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
      if (uncovers) {
        engine.fill = store.open(ModelStore.FILL, backend, options);
      }
      if (finds) {
        engine.visibility = store.open(ModelStore.VISIBILITY, backend, options);
      }
      return engine;
    } catch (IOException | RuntimeException e) {
      engine.close();
      throw e;
    }
  }

  FaceAligner aligner(ImageKernels kernels) {
    return aligner(kernels, detector -> detector);
  }

  /** Finds the small faces of large pictures as well. */
  FaceAligner groupAligner(ImageKernels kernels) {
    return aligner(kernels, TiledFaceDetector::new);
  }

  private FaceAligner aligner(
      ImageKernels kernels, Function<AnchorFreeFaceDetector, FaceDetector> wrapped) {
    if (detector == null || landmarks == null) {
      throw new IllegalStateException("there are no networks; give an aligner of your own");
    }
    return new TwoPassFaceAligner(
        wrapped.apply(new AnchorFreeFaceDetector(detector, kernels)),
        landmarks.landmarker(kernels));
  }

  /**
   * Moves faces; paints what they lack and keeps what is in front of them if those networks are
   * open.
   *
   * @param own says what is in front of faces, null for the network that finds it
   * @param animationRenderer whether to paint what they lack in animations too
   */
  Painters painters(ImageKernels kernels, @Nullable Visibility own, boolean animationRenderer) {
    Reconstructor warp = new MeshWarpReconstructor(kernels);
    Reconstructor still =
        renderer == null
            ? warp
            : new PaintingReconstructor(warp, new FaceRenderer(renderer, kernels));
    return new Painters(uncovering(kernels, own), still, animationRenderer ? still : warp, warp);
  }

  private @Nullable Uncovering uncovering(ImageKernels kernels, @Nullable Visibility own) {
    Visibility finding =
        own == null && visibility != null ? new VisibilityNetwork(visibility, kernels) : own;
    return fill == null || finding == null
        ? null
        : new Uncovering(finding, new FaceFill(fill, kernels), kernels);
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
    if (visibility != null) {
      visibility.close();
    }
    if (fill != null) {
      fill.close();
    }
  }
}
