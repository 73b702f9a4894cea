package io.github.mien.training.refiner;

import io.github.mien.face.FacePatch;
import io.github.mien.training.net.Convolution;
import io.github.mien.training.net.Layers;
import java.util.List;

/**
 * The network of a patch. A residual encoder goes down to a sixteenth of the patch, a decoder back
 * to a quarter, where each point has a heat map read out by its expected position (Sun et al. 2018,
 * arXiv:1711.08229). What the maps say and where the points were thought to be before are weighed
 * by a linear layer: errors of neighbours go together, and the brow is not seen from its patch
 * alone.
 */
final class PatchNet {
  private static final int STEM = 16;
  private static final int FINE = 24;
  private static final int MIDDLE = 48;
  private static final int COARSE = 64;
  private static final int DECODER = 32;

  /** Channels between the two convolutions of the wider residual blocks. */
  private static final int INNER = 32;

  private final int points;

  /**
   * @param points how many points are read
   */
  PatchNet(int points) {
    this.points = points;
  }

  /**
   * What the network says of each patch, x, y of each point as fractions of the patch.
   *
   * @param seen what the maps say
   * @param refined that and what was known, weighed
   */
  record Heads<V>(V seen, V refined) {}

  /** Numbers that the last layer weighs. */
  int inputs() {
    return 2 * outputs() + COARSE;
  }

  /** Numbers of an answer: x, y of each point. */
  int outputs() {
    return 2 * points;
  }

  /**
   * @param image N, 3, 48, 64: RGB in -1..1
   * @param known N, 2 * points: where the points were thought to be
   */
  <V> Heads<V> run(Layers<V> net, V image, V known) {
    V stem = net.relu(net.convolutionNorm("stem", image, Convolution.of(3, STEM, 3).stride(2)));
    V fine = residual(net, "fine1", down(net, "fine", stem, STEM, FINE), FINE, FINE);
    V middle = residual(net, "mid1", down(net, "mid", fine, FINE, MIDDLE), MIDDLE, INNER);
    V coarse = residual(net, "co1", down(net, "co", middle, MIDDLE, COARSE), COARSE, INNER);

    V up = net.upsample(net.convolution("coUp", coarse, Convolution.of(COARSE, MIDDLE, 1)));
    V joined = decode(net, "dec1", net.add(up, middle), MIDDLE);
    V high = net.upsample(net.convolution("midUp", joined, Convolution.of(MIDDLE, DECODER, 1)));
    V side = net.convolution("fineSide", fine, Convolution.of(FINE, DECODER, 1));
    V merged = decode(net, "dec2", net.add(high, side), DECODER);
    V maps = net.convolution("maps", merged, Convolution.of(DECODER, points, 1));
    V seen = net.softArgmax(maps, points, FacePatch.HEIGHT / 4, FacePatch.WIDTH / 4);
    V all = net.concat(List.of(seen, known, net.average(coarse)));
    return new Heads<>(seen, net.linear("fuse", all, inputs(), outputs()));
  }

  private static <V> V decode(Layers<V> net, String name, V x, int channels) {
    return net.relu(net.convolutionNorm(name, x, Convolution.of(channels, channels, 3)));
  }

  private static <V> V down(Layers<V> net, String name, V x, int in, int out) {
    return net.relu(net.convolutionNorm(name, x, Convolution.of(in, out, 3).stride(2)));
  }

  private static <V> V residual(Layers<V> net, String name, V x, int channels, int inner) {
    V between = net.relu(net.convolutionNorm(name + "a", x, Convolution.of(channels, inner, 3)));
    V change = net.convolutionNorm(name + "b", between, Convolution.of(inner, channels, 3));
    return net.relu(net.add(x, change));
  }
}
