package io.github.mien.encode;

import io.github.mien.face.Face;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.inference.InferenceException;
import io.github.mien.inference.InferenceSession;
import java.util.Map;

/**
 * What a user's ONNX network says about the aligned face, such as VGG-Face or ArcFace: one output,
 * averaged over its places where it is a map, scaled to Euclidean length 1. An {@link
 * EmbeddingCard} describes the preprocessing.
 *
 * <p>Thread-safe if session and kernels are; it does not close the session.
 */
public final class EmbeddingFeatures implements FeatureExtractor {
  private final InferenceSession net;
  private final EmbeddingCard card;
  private final ImageKernels kernels;
  private final int length;

  /**
   * Runs the network once, on a black picture, to see how many numbers it gives.
   *
   * @param net of one input; not closed
   * @param card how it wants to see a face
   * @param kernels cut the crop
   * @throws InferenceException if the network does not take such a picture, or lacks the output
   */
  public EmbeddingFeatures(InferenceSession net, EmbeddingCard card, ImageKernels kernels) {
    this.net = net;
    this.card = card;
    this.kernels = kernels;
    this.length = describe(Image.create(card.size(), card.size(), 3)).length;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public float[] extract(Image photo, Face face) {
    return describe(card.crop().cut(photo, face.landmarks(), kernels, card.size()));
  }

  private float[] describe(Image crop) {
    String output = card.output() == null ? net.outputs().get(0) : card.output();
    var outputs = net.run(Map.of(net.inputs().get(0), card.input(crop)));
    return UnitLength.of(card.pooled(InferenceSession.output(outputs, output)));
  }
}
