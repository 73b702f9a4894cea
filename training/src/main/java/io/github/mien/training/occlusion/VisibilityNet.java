package io.github.mien.training.occlusion;

import io.github.mien.training.net.Layers;
import io.github.mien.training.net.UNet;

/** Finds what is in front of a face: a small U-Net. */
final class VisibilityNet {
  private static final UNet NET = new UNet(16, 32, 48, 64).withBottom(64);

  private VisibilityNet() {}

  /**
   * Runs the network.
   *
   * @param picture N, 3, H, W: levels of 0..1; sides are multiples of 32
   * @return N, 1, H, W: above nought where something is in front
   */
  static <V> V run(Layers<V> net, V picture) {
    return NET.run(net, picture);
  }
}
