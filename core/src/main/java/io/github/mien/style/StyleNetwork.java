package io.github.mien.style;

import io.github.mien.image.Image;
import io.github.mien.inference.InferenceException;
import io.github.mien.inference.InferenceSession;
import io.github.mien.inference.Planes;
import io.github.mien.inference.Tensor;
import io.github.mien.model.ModelException;
import io.github.mien.tile.Levels;
import java.util.Arrays;
import java.util.Map;

/**
 * An encoder from pictures to features and the decoder back.
 *
 * @param channels of the features
 * @param stride pixels on a side of what one feature stands for
 */
record StyleNetwork(InferenceSession encoder, InferenceSession decoder, int channels, int stride) {
  private static final String WANTED =
      "style transfer takes an encoder from 1 x 3 x height x width, RGB of 0..1 and of any size, to"
          + " features 1 x channels x height/n x width/n with n of %d at most, and a decoder from"
              .formatted(StyleTransfer.MULTIPLE)
          + " these to a picture of the size before";

  /** Finds the form of the features by a run on a small picture. */
  static StyleNetwork of(InferenceSession encoder, InferenceSession decoder) {
    requireOneEach("the encoder", encoder);
    requireOneEach("the decoder", decoder);
    int side = 4 * StyleTransfer.MULTIPLE;
    float[] grey = new float[3 * side * side];
    Arrays.fill(grey, 0.5f);
    Tensor features = probe("the encoder", encoder, Tensor.of(grey, 1, 3, side, side));
    int[] shape = features.shape();
    int stride = shape.length == 4 && shape[0] == 1 && shape[2] == shape[3] ? side / shape[2] : 0;
    if (stride < 1 || stride * shape[2] != side || StyleTransfer.MULTIPLE % stride != 0) {
      throw refused("the encoder makes %s of 1 x 3 x %2$d x %2$d", shape, side);
    }
    int[] picture = probe("the decoder", decoder, features).shape();
    if (!Arrays.equals(picture, new int[] {1, 3, side, side})) {
      throw refused("the decoder makes %s of the features of 1 x 3 x %2$d x %2$d", picture, side);
    }
    return new StyleNetwork(encoder, decoder, shape[1], stride);
  }

  private static void requireOneEach(String which, InferenceSession net) {
    if (net.inputs().size() != 1 || net.outputs().size() != 1) {
      throw new ModelException(
          "%s; %s has the inputs %s and the outputs %s"
              .formatted(WANTED, which, net.inputs(), net.outputs()));
    }
  }

  private static Tensor probe(String which, InferenceSession net, Tensor input) {
    try {
      return run(net, input);
    } catch (InferenceException e) {
      throw new ModelException(
          "%s; %s cannot be run on %s: %s".formatted(WANTED, which, input, e.getMessage()), e);
    }
  }

  private static ModelException refused(String what, int[] shape, int side) {
    return new ModelException(WANTED + "; " + what.formatted(Arrays.toString(shape), side));
  }

  private static Tensor run(InferenceSession net, Tensor input) {
    Map<String, Tensor> outputs = net.run(Map.of(net.inputs().get(0), input));
    return InferenceSession.output(outputs, net.outputs().get(0));
  }

  /**
   * Features of a picture.
   *
   * @param tile RGB, sides multiples of {@link StyleTransfer#MULTIPLE}
   */
  Tensor encode(Image tile) {
    return run(encoder, Planes.of(tile, 1 / 255f, 0));
  }

  /** The picture of such features. */
  Levels decode(Tensor features) {
    Tensor picture = run(decoder, features);
    int[] shape = picture.shape();
    return new Levels(picture.data(), shape[3], shape[2]);
  }
}
