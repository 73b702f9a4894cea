package io.github.mien.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.image.Image;
import io.github.mien.image.io.Images;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
  @TempDir Path folder;

  @Test
  void threePicturesStandSideBySide() throws IOException {
    Path out = folder.resolve("demo.png");
    Cli cli = Cli.run("demo", "--out", out);

    assertThat(cli.code()).isZero();
    Image sheet = Images.read(out);
    assertThat(sheet.width()).isGreaterThan(3 * 300);
  }
}
