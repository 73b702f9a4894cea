package io.github.mien.training.occlusion;

import io.github.mien.model.ModelStore;
import io.github.mien.reconstruct.VisibilityNetwork;
import io.github.mien.training.mask.MaskNet;
import io.github.mien.training.mask.UNet;

/** Finds what is in front of a face. */
final class VisibilityNet {
  static final MaskNet NET =
      new MaskNet(
          ModelStore.VISIBILITY,
          "hidden",
          VisibilityNetwork.SIZE,
          new UNet(16, 32, 48, 64).withBottom(64));

  private VisibilityNet() {}
}
