package io.github.mien.face;

import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.Tensor;
import java.util.List;
import java.util.Map;

/**
 * Mien's own detector: one pass of a fully convolutional network that has no anchors (FCOS,
 * arXiv:1904.01355), over cells of 8, 16 and 32 pixels. It finds faces of 4 % to 90 % of the
 * picture's height, turned by up to 40 degrees. Thread-safe if session and kernels are; it does not
 * close the session.
 */
public final class AnchorFreeFaceDetector implements FaceDetector {
  /** Height in pixels to which pictures are scaled if nothing else is asked for. */
  public static final int RESOLUTION = 416;

  /** Least score of a face if nothing else is asked for. */
  public static final float MIN_SCORE = 0.6f;

  private static final int MIN_RESOLUTION = 64;
  private static final int MAX_RESOLUTION = 2048;
  static final double MAX_OVERLAP = 0.4;

  private final InferenceSession net;
  private final ImageKernels kernels;
  private final int resolution;
  private final float minScore;
  private final Suppression suppression = new Suppression(MAX_OVERLAP);

  /**
   * With the default resolution and least score.
   *
   * @param net of Mien's model {@code detector}; not closed
   * @param kernels scale the pictures
   */
  public AnchorFreeFaceDetector(InferenceSession net, ImageKernels kernels) {
    this(net, kernels, RESOLUTION, MIN_SCORE);
  }

  /**
   * @param net of Mien's model {@code detector}; not closed
   * @param kernels scale the pictures
   * @param resolution height in pixels to which pictures are scaled, 64..2048; the smallest face
   *     found is some 12 pixels high there, and the time grows with its square
   * @param minScore least score of a face, above 0 and below 1
   */
  public AnchorFreeFaceDetector(
      InferenceSession net, ImageKernels kernels, int resolution, float minScore) {
    if (resolution < MIN_RESOLUTION || resolution > MAX_RESOLUTION) {
      throw new IllegalArgumentException(
          "resolution must be 64..2048 pixels of height, not " + resolution);
    }
    if (!(minScore > 0 && minScore < 1)) {
      throw new IllegalArgumentException("the least score lies between 0 and 1, not " + minScore);
    }
    this.net = net;
    this.kernels = kernels;
    this.resolution = resolution;
    this.minScore = minScore;
  }

  @Override
  public List<Detection> detect(Image image) {
    return detect(image, input(image));
  }

  /** How a whole picture is scaled. */
  DetectorInput input(Image image) {
    return DetectorInput.of(image.width(), image.height(), resolution);
  }

  /** Detects at another scale. */
  List<Detection> detect(Image image, DetectorInput input) {
    Map<String, Tensor> out = net.run(Map.of(net.inputs().get(0), input.render(image, kernels)));
    float[] cells = InferenceSession.output(out, net.outputs().get(0)).data();
    return suppression.apply(input.grid().decode(cells, minScore)).stream()
        .map(input::toPicture)
        .toList();
  }
}
