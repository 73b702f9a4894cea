package io.github.mien.training.render;

import io.github.mien.reconstruct.RenderMaps;
import io.github.mien.training.net.Convolution;
import io.github.mien.training.net.Layers;
import io.github.mien.training.net.Parameters;
import java.util.List;
import java.util.Objects;
import org.bytedeco.pytorch.Tensor;

/**
 * The renderer's network: a U-Net (Ronneberger and others 2015, arXiv:1505.04597) whose encoder
 * sees through holes by partial convolutions (Liu and others 2018, arXiv:1804.07723) and whose
 * features are weighed by channel and place (CBAM, Woo and others 2018, arXiv:1807.06521). Fully
 * convolutional; sides are multiples of 16.
 */
public final class RenderNet {
  private static final int[] CHANNELS = {32, 48, 80, 128};
  private static final int REDUCTION = 8;

  private RenderNet() {}

  /**
   * Runs the network.
   *
   * @param picture N, 3, H, W: levels of 0..1, nought in holes
   * @param seen N, 1, H, W: 1, or 0 in holes
   * @param maps N, {@value RenderMaps#COUNT}, H / 2, W / 2
   * @return N, 3, H, W: what is to be added to the levels
   */
  public static <V> V run(Layers<V> net, V picture, V seen, V maps) {
    Convolution first = Convolution.of(3, CHANNELS[0], 5).stride(2);
    V looked = net.partialConvolution("picture", picture, seen, first);
    V place = net.convolution("maps", maps, Convolution.of(RenderMaps.COUNT, CHANNELS[0], 3));
    V level0 = net.relu(net.add(looked, place));
    V seen0 = net.seenAfter(seen, first);

    Convolution down1 = Convolution.of(CHANNELS[0], CHANNELS[1], 3).stride(2);
    V level1 = net.relu(net.partialConvolution("down1", level0, seen0, down1));
    V seen1 = net.seenAfter(seen0, down1);
    level1 = partialBlock(net, "level1", level1, seen1, CHANNELS[1]);
    V seen1b = net.seenAfter(seen1, Convolution.of(CHANNELS[1], CHANNELS[1], 3));

    Convolution down2 = Convolution.of(CHANNELS[1], CHANNELS[2], 3).stride(2);
    V level2 = net.relu(net.partialConvolution("down2", level1, seen1b, down2));
    V seen2 = net.seenAfter(seen1b, down2);
    level2 = partialBlock(net, "level2", level2, seen2, CHANNELS[2]);
    V seen2b = net.seenAfter(seen2, Convolution.of(CHANNELS[2], CHANNELS[2], 3));

    Convolution down3 = Convolution.of(CHANNELS[2], CHANNELS[3], 3).stride(2);
    V level3 = net.relu(net.partialConvolution("down3", level2, seen2b, down3));
    level3 = block(net, "level3a", level3, CHANNELS[3]);
    level3 = block(net, "level3b", level3, CHANNELS[3]);

    V up2 = join(net, "up2", attend(net, "attend3", level3, CHANNELS[3]), level2, 3);
    V up1 = join(net, "up1", attend(net, "attend2", up2, CHANNELS[2]), level1, 2);
    V up0 = join(net, "up0", attend(net, "attend1", up1, CHANNELS[1]), level0, 1);
    V out = net.convolution("out", up0, Convolution.of(CHANNELS[0], 12, 3));
    return net.pixelShuffle(out, 3, 2);
  }

  /**
   * Makes a new network paint next to nothing.
   *
   * @param parameters of a network that ran once
   */
  public static void startStill(Parameters parameters) {
    Tensor last = Objects.requireNonNull(parameters.trained().get("out.weight"));
    float[] values = Parameters.read(last);
    for (int i = 0; i < values.length; i++) {
      values[i] *= 0.01f;
    }
    Parameters.write(values, last);
  }

  private static <V> V partialBlock(Layers<V> net, String name, V x, V seen, int channels) {
    Convolution same = Convolution.of(channels, channels, 3);
    return net.relu(net.add(x, net.partialConvolution(name, x, seen, same)));
  }

  private static <V> V block(Layers<V> net, String name, V x, int channels) {
    Convolution same = Convolution.of(channels, channels, 3);
    V inner = net.relu(net.convolutionNorm(name + ".a", x, same));
    return net.relu(net.add(x, net.convolutionNorm(name + ".b", inner, same)));
  }

  /** Twice the size, together with what the encoder had there. */
  private static <V> V join(Layers<V> net, String name, V coarse, V fine, int level) {
    int out = CHANNELS[level - 1];
    V narrow = net.convolution(name + ".narrow", coarse, Convolution.of(CHANNELS[level], out, 1));
    V both = net.add(net.upsample(narrow), fine);
    return net.relu(net.convolutionNorm(name, both, Convolution.of(out, out, 3)));
  }

  private static <V> V attend(Layers<V> net, String name, V x, int channels) {
    V channel =
        net.sigmoid(
            net.add(
                shared(net, name, net.pooledMean(x), channels),
                shared(net, name, net.pooledMaximum(x), channels)));
    V weighed = net.multiply(x, channel);
    V both = net.concat(List.of(net.channelMean(weighed), net.channelMaximum(weighed)));
    V place = net.sigmoid(net.convolution(name + ".place", both, Convolution.of(2, 1, 7)));
    return net.multiply(weighed, place);
  }

  private static <V> V shared(Layers<V> net, String name, V pooled, int channels) {
    int inner = channels / REDUCTION;
    V hidden = net.convolution(name + ".in", pooled, Convolution.of(channels, inner, 1));
    return net.convolution(name + ".out", net.relu(hidden), Convolution.of(inner, channels, 1));
  }
}
