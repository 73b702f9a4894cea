package io.github.mien.training.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParametersTest {

  @Test
  void aCheckpointComesBackAsItWas(@TempDir Path folder) throws IOException {
    Parameters saved = new Parameters();
    try (PointerScope scope = new PointerScope()) {
      saved.trained("weight", () -> torch.randn(3, 4));
      saved.kept("mean", () -> torch.randn(5));
    }
    saved.save(folder.resolve("a.ckpt"));

    Parameters loaded = new Parameters();
    loaded.load(folder.resolve("a.ckpt"));

    assertThat(loaded.values("weight")).isEqualTo(saved.values("weight")).hasSize(12);
    assertThat(loaded.values("mean")).isEqualTo(saved.values("mean"));
    assertThat(loaded.count()).isEqualTo(12);
  }

  @Test
  void anotherFileIsRefused(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("b.ckpt"), "something else");

    assertThatThrownBy(() -> new Parameters().load(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not a checkpoint");
  }

  @Test
  void theRateRisesThenFalls() {
    CosineRate rate = new CosineRate(1e-3, 1e-5, 0.1);

    assertThat(rate.at(0.05)).isLessThan(rate.at(0.1));
    assertThat(rate.at(0.1)).isEqualTo(1e-3);
    assertThat(rate.at(1)).isEqualTo(1e-5);
  }
}
