package io.github.mien.training.detector;

import io.github.mien.face.DetectorGrid;
import io.github.mien.training.net.Convolution;
import io.github.mien.training.net.Layers;
import io.github.mien.training.net.Parameters;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * A small residual network with a feature pyramid (arXiv:1612.03144) and one head for its three
 * levels. Channels are multiples of 16, which is how runtimes block them.
 */
final class DetectorNet {
  private static final int STEM = 16;
  private static final int FINE = 32;
  private static final int MIDDLE = 64;
  private static final int COARSE = 80;
  private static final int PYRAMID = 48;
  private static final float RARE = -4;

  private DetectorNet() {}

  /**
   * @param x N, 3, height, width; levels as {@code DetectorInput} makes them
   * @return N, cells, {@link DetectorGrid#VALUES}
   */
  static <V> V cells(Layers<V> net, V x) {
    V quarter = down(net, "stem2", down(net, "stem1", x, 3, STEM), STEM, STEM);
    quarter = net.relu(net.convolutionNorm("stem3", quarter, Convolution.of(STEM, STEM, 3)));
    V fine =
        residual(
            net,
            "fine2",
            residual(net, "fine1", down(net, "fine0", quarter, STEM, FINE), FINE),
            FINE);
    V middle = residual(net, "middle1", down(net, "middle0", fine, FINE, MIDDLE), MIDDLE);
    V coarse = residual(net, "coarse1", down(net, "coarse0", middle, MIDDLE, COARSE), COARSE);

    V p32 = net.convolution("lateral32", coarse, Convolution.of(COARSE, PYRAMID, 1));
    V p16 = lateral(net, "lateral16", middle, MIDDLE, p32);
    V p8 = lateral(net, "lateral8", fine, FINE, p16);
    return net.concat(List.of(head(net, "8", p8), head(net, "16", p16), head(net, "32", p32)));
  }

  /** Parameters of a new network, to which few cells hold a face. */
  static void initialise(Parameters parameters) {
    float[] bias = new float[DetectorGrid.VALUES];
    bias[0] = RARE;
    parameters.trained("cells.bias", () -> Tensor.create(bias).clone());
  }

  private static <V> V down(Layers<V> net, String name, V x, int in, int out) {
    return net.relu(net.convolutionNorm(name, x, Convolution.of(in, out, 3).stride(2)));
  }

  private static <V> V residual(Layers<V> net, String name, V x, int channels) {
    Convolution shape = Convolution.of(channels, channels, 3);
    V y = net.relu(net.convolutionNorm(name + ".a", x, shape));
    return net.relu(net.add(x, net.convolutionNorm(name + ".b", y, shape)));
  }

  private static <V> V lateral(Layers<V> net, String name, V x, int in, V coarser) {
    V same = net.convolution(name, x, Convolution.of(in, PYRAMID, 1));
    return net.add(same, net.upsample(coarser));
  }

  /** The convolutions are shared by the levels, their normalisation is not. */
  private static <V> V head(Layers<V> net, String level, V x) {
    V y =
        net.relu(
            net.convolutionNorm("head" + level, net.relu(x), Convolution.of(PYRAMID, PYRAMID, 3)));
    V cells = net.convolution("cells", y, Convolution.of(PYRAMID, DetectorGrid.VALUES, 1));
    return net.channelsLast(cells, DetectorGrid.VALUES);
  }
}
