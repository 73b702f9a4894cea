package io.github.mien.training.landmarker;

import io.github.mien.face.Landmarker;
import io.github.mien.training.net.Convolution;
import io.github.mien.training.net.Layers;
import java.util.List;

/**
 * The landmarker's network. A residual encoder goes from 128 pixels to 8 by 8; a decoder returns to
 * 32 by 32, where each directly seen point has a heat map, read out by its expected position (Sun
 * et al. 2018, arXiv:1711.08229). Heat maps move as the picture moves, so few faces teach a lot.
 * The points without a map and all depths are linear in the seen points and the pooled features.
 */
final class LandmarkNet {
  /** Pixels on a side of the crop. */
  static final int SIZE = Landmarker.SIZE;

  /** Pixels on a side of a heat map. */
  static final int MAP = 32;

  /** Length of the pooled features. */
  static final int FEATURES = 160;

  private static final int STEM = 16;
  private static final int FINE = 32;
  private static final int MIDDLE = 80;
  private static final int DECODER = 48;

  private LandmarkNet() {}

  /**
   * What the network says of each crop. Coordinates are fractions of the crop's side from its
   * centre.
   *
   * @param seen x, y of the points with a heat map, in the order of {@link PointSplit#seen()}
   * @param rest x, y of the other points, then z of all, in the order of {@link PointSplit}
   * @param presence log odds that a face is there
   * @param features the pooled features
   * @param coefficients the 52 scores of the labels, only to teach the features about expressions
   */
  record Heads<V>(V seen, V rest, V presence, V features, V coefficients) {}

  /**
   * What all outputs are read from.
   *
   * @param seen as in {@link Heads}
   * @param features as in {@link Heads}
   */
  record Trunk<V>(V seen, V features) {}

  /** The whole network as it is trained; takes what {@link #trunk} takes. */
  static <V> Heads<V> run(Layers<V> net, V x) {
    Trunk<V> trunk = trunk(net, x);
    V inputs = net.concat(List.of(trunk.seen(), trunk.features()));
    V rest = net.linear("rest", inputs, 2 * PointSplit.SEEN + FEATURES, PointSplit.REST);
    V coefficients = net.linear("coefficients", trunk.features(), FEATURES, 52);
    return new Heads<>(trunk.seen(), rest, presence(net, trunk), trunk.features(), coefficients);
  }

  /** Log odds that a face is there. */
  static <V> V presence(Layers<V> net, Trunk<V> trunk) {
    return net.linear("presence", trunk.features(), FEATURES, 1);
  }

  /**
   * @param x N, 3, 128, 128: RGB in -1..1
   */
  static <V> Trunk<V> trunk(Layers<V> net, V x) {
    V stem = net.relu(net.convolutionNorm("stem", x, Convolution.of(3, STEM, 3).stride(2)));
    V fine = residual(net, "fine1", down(net, "fine", stem, STEM, FINE), FINE);
    V middle = residual(net, "middle1", down(net, "middle", fine, FINE, MIDDLE), MIDDLE);
    V coarse = down(net, "coarse", middle, MIDDLE, FEATURES);
    coarse = residual(net, "coarse1", coarse, FEATURES);
    coarse = residual(net, "coarse2", coarse, FEATURES);

    V up = net.upsample(net.convolution("coarseUp", coarse, Convolution.of(FEATURES, MIDDLE, 1)));
    V joined = decode(net, "decode1", net.add(up, middle), MIDDLE);
    V high = net.upsample(net.convolution("middleUp", joined, Convolution.of(MIDDLE, DECODER, 1)));
    V side = net.convolution("fineSide", fine, Convolution.of(FINE, DECODER, 1));
    V merged = decode(net, "decode2", net.add(high, side), DECODER);
    V maps = net.convolution("maps", merged, Convolution.of(DECODER, PointSplit.SEEN, 1));
    return new Trunk<>(net.softArgmax(maps, PointSplit.SEEN, MAP, MAP), net.average(coarse));
  }

  private static <V> V decode(Layers<V> net, String name, V x, int channels) {
    return net.relu(net.convolutionNorm(name, x, Convolution.of(channels, channels, 3)));
  }

  private static <V> V down(Layers<V> net, String name, V x, int in, int out) {
    return net.relu(net.convolutionNorm(name, x, Convolution.of(in, out, 3).stride(2)));
  }

  private static <V> V residual(Layers<V> net, String name, V x, int channels) {
    Convolution same = Convolution.of(channels, channels, 3);
    V inner = net.relu(net.convolutionNorm(name + "a", x, same));
    return net.relu(net.add(x, net.convolutionNorm(name + "b", inner, same)));
  }
}
