package io.github.mien.training.superres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.image.Image;
import io.github.mien.inference.Planes;
import io.github.mien.training.net.LibTorch;
import io.github.mien.training.net.Parameters;
import io.github.mien.training.net.TorchLayers;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

class SuperResolutionNetTest {

  @Test
  void aNewNetworkEnlargesAlmostAsBicubicDoes() {
    LibTorch.configure(1, 7);
    Image small = waves(24, 20);
    Image bicubic = Bicubic.resize(small, 96, 80);
    try (PointerScope scope = new PointerScope();
        AutoGradMode off = new AutoGradMode(false)) {
      Parameters parameters = new Parameters();
      TorchLayers layers = new TorchLayers(parameters, TorchLayers.Mode.EVALUATE);
      Tensor x = Tensor.create(Planes.of(small, 1 / 255f, 0).data(), 1, 3, 20, 24);
      SuperResolutionNet.run(layers, layers, x);
      SuperResolutionNet.startAsBicubic(parameters);

      float[] levels = Parameters.read(SuperResolutionNet.run(layers, layers, x));

      for (int y = 12; y < 68; y++) {
        for (int i = 12; i < 84; i++) {
          assertThat(255 * levels[y * 96 + i]).isCloseTo(bicubic.sample(i, y, 0), within(12f));
        }
      }
    }
  }

  @Test
  void bicubicReproducesRampsAndDoesNotAlias() {
    Image ramp = Image.create(40, 40, 3);
    Image stripes = Image.create(40, 40, 3);
    for (int i = 0; i < 1600; i++) {
      ramp.data()[3 * i] = (byte) (6 * (i % 40));
      stripes.data()[3 * i] = (byte) (i % 2 == 0 ? 255 : 0);
    }

    Image half = Bicubic.resize(ramp, 20, 20);
    Image grey = Bicubic.resize(stripes, 10, 10);

    for (int x = 3; x < 17; x++) {
      assertThat(half.sample(x, 9, 0)).isEqualTo(12 * x + 3);
    }
    for (int x = 2; x < 8; x++) {
      assertThat(grey.sample(x, 5, 0)).isBetween(127, 128);
    }
    assertThat(Bicubic.resize(ramp, 40, 40).data()).isEqualTo(ramp.data());
  }

  private static Image waves(int width, int height) {
    Image image = Image.create(width, height, 3);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.data()[image.index(x, y)] = (byte) (128 + 60 * Math.sin(0.9 * x) * Math.cos(0.7 * y));
      }
    }
    return image;
  }
}
