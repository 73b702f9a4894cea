package io.github.mien;

import io.github.mien.image.ImageKernels;
import io.github.mien.matte.HeadMatte;
import io.github.mien.matte.HeadMatteNetwork;
import io.github.mien.model.ModelStore;
import io.github.mien.superres.SuperResolution;
import org.jspecify.annotations.Nullable;

/** The networks that are opened when they are first asked for, which it owns. Thread-safe. */
final class Extras implements AutoCloseable {
  private final ImageKernels kernels;
  private final OnDemand<SuperResolution> enlarger;
  private final OnDemand<HeadMatte> heads;
  private final @Nullable HeadMatte own;

  /**
   * @param own tells heads from what is behind them, null for the network that does
   */
  Extras(OnDemand.Networks networks, ImageKernels kernels, @Nullable HeadMatte own) {
    this.kernels = kernels;
    this.own = own;
    enlarger =
        new OnDemand<>(
            networks, ModelStore.SUPER_RESOLUTION, open -> new SuperResolution(open, kernels));
    heads = new OnDemand<>(networks, ModelStore.MATTE, open -> new HeadMatteNetwork(open, kernels));
  }

  ImageKernels kernels() {
    return kernels;
  }

  OnDemand<SuperResolution> enlarger() {
    return enlarger;
  }

  HeadMatte matte() {
    return own != null ? own : heads.get();
  }

  @Override
  public void close() {
    enlarger.close();
    heads.close();
  }
}
