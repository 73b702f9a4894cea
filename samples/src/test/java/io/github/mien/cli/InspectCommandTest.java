package io.github.mien.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.image.Image;
import io.github.mien.image.io.Images;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {
  @TempDir Path folder;

  @Test
  void boxesPointsAndCoefficientsAreDrawnAndReported() throws IOException {
    Path photo = Cli.save(SampleFace.WOMAN_SMILING, folder);
    Path out = folder.resolve("annotated.png");
    Path json = folder.resolve("faces.json");
    Cli cli = Cli.run("inspect", photo, "--out", out, "--json", json);

    assertThat(cli).isEqualTo(new Cli(0, "1 face" + System.lineSeparator(), ""));
    Image before = Images.read(photo);
    Image drawn = Images.read(out);
    assertThat(drawn.bounds()).isEqualTo(before.bounds());
    assertThat(drawn.data()).isNotEqualTo(before.data());
    assertThat(Files.readString(json)).contains("\"box\"", "\"landmarks\"", "\"mouthSmileLeft\"");
  }
}
