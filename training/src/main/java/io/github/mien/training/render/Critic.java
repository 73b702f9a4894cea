package io.github.mien.training.render;

import io.github.mien.training.net.Convolution;
import io.github.mien.training.net.Layers;

/**
 * Says of each patch of a face whether it is a photo: the discriminator (PatchGAN, Isola and others
 * 2017, arXiv:1611.07004) that the renderer is trained against.
 */
final class Critic {
  private Critic() {}

  /**
   * @param picture N, 3, H, W of 0..1
   * @return N, 1, H / 8, W / 8: above nought for photos
   */
  static <V> V run(Layers<V> net, V picture) {
    V x = net.relu(net.convolution("a", picture, Convolution.of(3, 32, 5).stride(2)));
    x = net.relu(net.convolution("b", x, Convolution.of(32, 64, 3).stride(2)));
    x = net.relu(net.convolution("c", x, Convolution.of(64, 96, 3).stride(2)));
    return net.convolution("d", x, Convolution.of(96, 1, 3));
  }
}
