package io.github.mien.training.matte;

import io.github.mien.training.net.UNet;

/** Finds a person: a U-Net that looks at the whole crop at its coarsest level. */
final class MatteNet {
  static final UNet NET = new UNet(16, 24, 40, 64, 96);

  private MatteNet() {}
}
