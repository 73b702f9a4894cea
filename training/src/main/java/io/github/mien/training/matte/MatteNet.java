package io.github.mien.training.matte;

import io.github.mien.matte.HeadMatteNetwork;
import io.github.mien.model.ModelStore;
import io.github.mien.training.mask.MaskNet;
import io.github.mien.training.mask.UNet;

/** Finds a person, looking at the whole crop at its coarsest level. */
final class MatteNet {
  static final MaskNet NET =
      new MaskNet(ModelStore.MATTE, "alpha", HeadMatteNetwork.SIZE, new UNet(16, 24, 40, 64, 96));

  private MatteNet() {}
}
