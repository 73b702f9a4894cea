package io.github.mien.training.mask;

import io.github.mien.training.net.Convolution;
import io.github.mien.training.net.Layers;
import java.util.ArrayList;
import java.util.List;

/**
 * A small U-Net (Ronneberger and others 2015, arXiv:1505.04597): halves its input at each level,
 * and comes back by repetition and sums with what there was before. Immutable.
 */
public final class UNet {
  private final int[] channels;
  private final int bottom;

  /**
   * @param channels of each level, the one of half the input's size first
   */
  public UNet(int... channels) {
    this(channels.clone(), 0);
  }

  private UNet(int[] channels, int bottom) {
    this.channels = channels;
    this.bottom = bottom;
  }

  /**
   * With one more level, still coarser, which is added to the last: a network that was trained
   * without it need not forget.
   *
   * @param more its channels
   */
  public UNet withBottom(int more) {
    return new UNet(channels, more);
  }

  /** Pixels that the sides of the input must be multiples of. */
  public int stride() {
    return 1 << channels.length + (bottom > 0 ? 1 : 0);
  }

  /**
   * Runs the network.
   *
   * @param picture N, 3, H, W: levels of 0..1; sides are multiples of {@link #stride}
   * @return N, 1, H, W: logits
   */
  public <V> V run(Layers<V> net, V picture) {
    int last = channels.length - 1;
    Convolution stem = Convolution.of(3, channels[0], 5).stride(2);
    List<V> levels = new ArrayList<>();
    levels.add(net.relu(net.convolutionNorm("stem", picture, stem)));
    for (int i = 1; i < last; i++) {
      levels.add(block(net, "level" + i, down(net, levels.get(i - 1), i), channels[i]));
    }
    V coarse = down(net, levels.get(last - 1), last);
    coarse = block(net, "level" + last + "a", coarse, channels[last]);
    coarse = block(net, "level" + last + "b", coarse, channels[last]);
    if (bottom > 0) {
      coarse = net.add(coarse, net.upsample(fromBottom(net, coarse, last)));
    }
    for (int i = last; i > 0; i--) {
      coarse = join(net, "up" + (i - 1), coarse, levels.get(i - 1), i);
    }
    return net.pixelShuffle(
        net.convolution("out", coarse, Convolution.of(channels[0], 4, 3)), 1, 2);
  }

  private <V> V fromBottom(Layers<V> net, V coarse, int last) {
    int level = last + 1;
    V deep = block(net, "level" + level, down(net, coarse, level), bottom);
    return net.convolution("up" + last, deep, Convolution.of(bottom, channels[last], 1));
  }

  private <V> V down(Layers<V> net, V x, int level) {
    int out = level < channels.length ? channels[level] : bottom;
    Convolution shape = Convolution.of(channels[level - 1], out, 3).stride(2);
    return net.relu(net.convolutionNorm("down" + level, x, shape));
  }

  private static <V> V block(Layers<V> net, String name, V x, int channels) {
    return net.relu(
        net.add(x, net.convolutionNorm(name, x, Convolution.of(channels, channels, 3))));
  }

  /** Twice the size, together with what there was before. */
  private <V> V join(Layers<V> net, String name, V coarse, V fine, int level) {
    int out = channels[level - 1];
    V narrow = net.convolution(name + ".narrow", coarse, Convolution.of(channels[level], out, 1));
    V both = net.add(net.upsample(narrow), fine);
    return net.relu(net.convolutionNorm(name, both, Convolution.of(out, out, 3)));
  }
}
