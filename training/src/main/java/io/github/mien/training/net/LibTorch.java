package io.github.mien.training.net;

import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.global.torch;

/** Settings of the native library, made once before the first tensor. */
public final class LibTorch {
  private LibTorch() {}

  /**
   * @param threads threads of LibTorch's own; OpenBLAS gets one, since its threads would fight them
   * @param seed of initial weights
   */
  public static void configure(int threads, long seed) {
    openblas_nolapack.blas_set_num_threads(1);
    torch.set_num_threads(threads);
    torch.manual_seed(seed);
  }
}
