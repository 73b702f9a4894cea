package io.github.mien.encode;

import io.github.mien.image.ImageKernels;
import io.github.mien.model.ModelException;
import io.github.mien.model.ModelStore;
import io.github.mien.model.NamedArrays;
import io.github.mien.morphable.MorphableFitter;
import io.github.mien.morphable.MorphableModel;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ways to read coefficients that come with Mien, by name. All but the first two are a kind of
 * features with a linear head, the model {@code head-NAME}.
 */
public enum EncoderMethod {
  /** A small network on the places of 146 landmarks, {@link LandmarkExpressionEncoder}. */
  LANDMARKS("landmarks", "a small network on where the landmarks are (default)", null) {
    @Override
    public List<String> models() {
      return List.of(ModelStore.EXPRESSION);
    }

    @Override
    public ExpressionEncoder load(ModelStore store, ImageKernels kernels) throws IOException {
      return LandmarkExpressionEncoder.load(store);
    }
  },
  /** {@link MorphableExpressionEncoder}. */
  MORPHABLE("morphable", "identity, expression and pose fitted to the landmarks", null) {
    @Override
    public List<String> models() {
      return List.of(ModelStore.EXPRESSION, ModelStore.MORPHABLE);
    }

    @Override
    public ExpressionEncoder load(ModelStore store, ImageKernels kernels) throws IOException {
      return MorphableExpressionEncoder.load(store);
    }
  },
  /** {@link GeometryFeatures}. */
  GEOMETRY(
      "geometry",
      "30 named measures of brows, eyes, mouth and jaw, linear head",
      kernels -> new GeometryFeatures()),
  /** {@link LbpFeatures}. */
  LBP("lbp", "texture: local binary patterns on a grid, linear head", LbpFeatures::new),
  /** {@link HogFeatures}. */
  HOG("hog", "texture: histograms of oriented gradients, linear head", HogFeatures::new),
  /** {@link LbpFeatures} and {@link HogFeatures}. */
  TEXTURE(
      "texture",
      "local binary patterns and oriented gradients together, linear head",
      kernels -> new JoinedFeatures(List.of(new LbpFeatures(kernels), new HogFeatures(kernels)))),
  /** {@link LandmarkerFeatures}. */
  CNN(
      "cnn",
      "pooled features of the landmarker's network, linear head",
      k -> new LandmarkerFeatures()),
  /** {@link GeometryFeatures} and {@link LandmarkerFeatures}. */
  JOINED(
      "joined",
      "the measures and the network's features together, linear head",
      kernels -> new JoinedFeatures(List.of(new GeometryFeatures(), new LandmarkerFeatures())));

  private final String label;
  private final String description;
  private final @Nullable Function<ImageKernels, FeatureExtractor> features;

  EncoderMethod(
      String label,
      String description,
      @Nullable Function<ImageKernels, FeatureExtractor> features) {
    this.label = label;
    this.description = description;
    this.features = features;
  }

  /** Its name, such as {@code landmarks}. */
  public String label() {
    return label;
  }

  /** What it is, in one line. */
  public String description() {
    return description;
  }

  /** The names of the models that it needs from a {@link ModelStore}. */
  public List<String> models() {
    return List.of(ModelStore.EXPRESSION, "head-" + label);
  }

  /**
   * The features that its head reads; empty if it has no head.
   *
   * @param kernels cut crops
   */
  public Optional<FeatureExtractor> features(ImageKernels kernels) {
    return features == null ? Optional.empty() : Optional.of(features.apply(kernels));
  }

  /**
   * The method of that name.
   *
   * @throws IllegalArgumentException if there is none; the message lists them
   */
  public static EncoderMethod named(String label) {
    return Stream.of(values())
        .filter(method -> method.label.equals(label))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "there is no encoder '%s', only %s"
                    .formatted(
                        label,
                        String.join(
                            ", ", Stream.of(values()).map(EncoderMethod::label).toList()))));
  }

  /**
   * The encoder with the models of a store.
   *
   * @param store has {@link #models()}
   * @param kernels cut crops
   * @throws IOException if a file cannot be read
   * @throws ModelException if the store has no such head, or a broken one
   */
  public ExpressionEncoder load(ModelStore store, ImageKernels kernels) throws IOException {
    String head = "head-" + label;
    return new FeatureExpressionEncoder(
        features(kernels).orElseThrow(),
        NamedArrays.parse(store.read(head), head),
        new MorphableFitter(MorphableModel.load(store)));
  }
}
