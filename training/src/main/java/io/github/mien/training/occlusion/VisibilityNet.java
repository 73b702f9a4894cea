package io.github.mien.training.occlusion;

import io.github.mien.training.net.Convolution;
import io.github.mien.training.net.Layers;

/**
 * Finds what is in front of a face: a small U-Net (Ronneberger and others 2015, arXiv:1505.04597).
 */
final class VisibilityNet {
  private static final int[] CHANNELS = {16, 32, 48, 64, 64};

  private VisibilityNet() {}

  /**
   * Runs the network.
   *
   * @param picture N, 3, H, W: levels of 0..1; sides are multiples of 32
   * @return N, 1, H, W: above nought where something is in front
   */
  static <V> V run(Layers<V> net, V picture) {
    V level0 =
        net.relu(net.convolutionNorm("stem", picture, Convolution.of(3, CHANNELS[0], 5).stride(2)));
    V level1 = block(net, "level1", down(net, "down1", level0, 1), CHANNELS[1]);
    V level2 = block(net, "level2", down(net, "down2", level1, 2), CHANNELS[2]);
    V level3 = down(net, "down3", level2, 3);
    level3 = block(net, "level3a", level3, CHANNELS[3]);
    level3 = block(net, "level3b", level3, CHANNELS[3]);
    V level4 = block(net, "level4", down(net, "down4", level3, 4), CHANNELS[4]);
    Convolution back = Convolution.of(CHANNELS[4], CHANNELS[3], 1);
    level3 = net.add(level3, net.upsample(net.convolution("up3", level4, back)));
    V up2 = join(net, "up2", level3, level2, 3);
    V up1 = join(net, "up1", up2, level1, 2);
    V up0 = join(net, "up0", up1, level0, 1);
    return net.pixelShuffle(net.convolution("out", up0, Convolution.of(CHANNELS[0], 4, 3)), 1, 2);
  }

  private static <V> V down(Layers<V> net, String name, V x, int level) {
    Convolution shape = Convolution.of(CHANNELS[level - 1], CHANNELS[level], 3).stride(2);
    return net.relu(net.convolutionNorm(name, x, shape));
  }

  private static <V> V block(Layers<V> net, String name, V x, int channels) {
    return net.relu(
        net.add(x, net.convolutionNorm(name, x, Convolution.of(channels, channels, 3))));
  }

  /** Twice the size, together with what there was before. */
  private static <V> V join(Layers<V> net, String name, V coarse, V fine, int level) {
    int out = CHANNELS[level - 1];
    V narrow = net.convolution(name + ".narrow", coarse, Convolution.of(CHANNELS[level], out, 1));
    V both = net.add(net.upsample(narrow), fine);
    return net.relu(net.convolutionNorm(name, both, Convolution.of(out, out, 3)));
  }
}
