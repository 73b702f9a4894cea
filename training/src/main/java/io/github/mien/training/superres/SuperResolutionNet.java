package io.github.mien.training.superres;

import io.github.mien.training.net.Convolution;
import io.github.mien.training.net.Layers;
import io.github.mien.training.net.Parameters;
import java.util.Objects;
import org.bytedeco.pytorch.Tensor;

/**
 * The network: residual blocks at the small picture's resolution, then a pixel shuffle (Shi and
 * others 2016, arXiv:1609.05158; blocks without normalisation as in EDSR, Lim and others 2017,
 * arXiv:1707.02921). Beside them runs one convolution that starts as bicubic interpolation, so that
 * the blocks learn only what that lacks. Fully convolutional: N, 3, H, W of 0..1 to N, 3, 4 H, 4 W.
 */
final class SuperResolutionNet {
  /** How much larger the sides become. */
  static final int FACTOR = 4;

  private static final int CHANNELS = 48;
  private static final int BLOCKS = 5;
  private static final int OUT = 3 * FACTOR * FACTOR;
  private static final Convolution SKIP = Convolution.of(3, OUT, 5);
  private static final Convolution BODY = Convolution.of(CHANNELS, CHANNELS, 3);

  private SuperResolutionNet() {}

  /**
   * Runs the network.
   *
   * @param body layers of the blocks, which bear low precision
   * @param plain layers of the interpolation beside them, which carries the picture's levels and
   *     wants 32 bits
   */
  static <V> V run(Layers<V> body, Layers<V> plain, V x) {
    V features = body.relu(body.convolution("head", x, Convolution.of(3, CHANNELS, 3)));
    for (int i = 0; i < BLOCKS; i++) {
      String name = "block" + i;
      V inner = body.relu(body.convolution(name + ".a", features, BODY));
      features = body.add(features, body.convolution(name + ".b", inner, BODY));
    }
    V detail = body.convolution("tail", features, Convolution.of(CHANNELS, OUT, 3));
    V levels = plain.convolution("skip", x, SKIP);
    return plain.pixelShuffle(plain.add(levels, detail), 3, FACTOR);
  }

  /**
   * Makes a new network interpolate: the convolution beside the blocks is bicubic, their own share
   * nothing.
   *
   * @param parameters of a network that ran once
   */
  static void startAsBicubic(Parameters parameters) {
    Parameters.write(bicubicKernels(), weights(parameters, "skip"));
    for (int i = 0; i < BLOCKS; i++) {
      scale(weights(parameters, "block" + i + ".b"), 0.1f);
    }
    scale(weights(parameters, "tail"), 0.01f);
  }

  private static Tensor weights(Parameters parameters, String layer) {
    return Objects.requireNonNull(parameters.trained().get(layer + ".weight"), layer);
  }

  private static void scale(Tensor tensor, float factor) {
    float[] values = Parameters.read(tensor);
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
    Parameters.write(values, tensor);
  }

  /** For each channel and place within a pixel the 5 by 5 weights of its neighbourhood. */
  private static float[] bicubicKernels() {
    int kernel = SKIP.kernel();
    float[] weights = new float[OUT * SKIP.fanIn()];
    for (int channel = 0; channel < 3; channel++) {
      for (int place = 0; place < FACTOR * FACTOR; place++) {
        int out = channel * FACTOR * FACTOR + place;
        double dy = offset(place / FACTOR);
        double dx = offset(place % FACTOR);
        for (int k = 0; k < kernel * kernel; k++) {
          double y = k / kernel - SKIP.padding();
          double x = k % kernel - SKIP.padding();
          weights[(out * 3 + channel) * kernel * kernel + k] =
              (float) (Bicubic.kernel(y - dy) * Bicubic.kernel(x - dx));
        }
      }
    }
    return weights;
  }

  /** Where a pixel of the large picture lies, from the centre of the small one's. */
  private static double offset(int place) {
    return (place + 0.5) / FACTOR - 0.5;
  }
}
