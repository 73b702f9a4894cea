package io.github.mien.training.matte;

import io.github.mien.image.Image;
import io.github.mien.inference.Planes;
import io.github.mien.training.net.Parameters;
import io.github.mien.training.net.TorchLayers;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Tensor;

/** Runs a network in training on a picture. */
final class TorchMatte {
  private TorchMatte() {}

  static float[] run(Image picture, Parameters parameters) {
    try (PointerScope scope = new PointerScope();
        AutoGradMode off = new AutoGradMode(false)) {
      int side = MatteBatch.SIDE;
      Tensor x = Tensor.create(Planes.of(picture, 1 / 255f, 0).data(), 1, 3, side, side);
      TorchLayers layers = new TorchLayers(parameters, TorchLayers.Mode.EVALUATE);
      return Parameters.read(MatteNet.NET.run(layers, x).sigmoid());
    }
  }
}
