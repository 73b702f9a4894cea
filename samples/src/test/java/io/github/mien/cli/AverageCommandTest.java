package io.github.mien.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.image.Image;
import io.github.mien.image.io.Images;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AverageCommandTest {
  @TempDir Path folder;

  @Test
  void facesAreAveragedIntoOne() throws IOException {
    Path out = folder.resolve("average.png");
    Cli cli =
        Cli.run(
            "average",
            Cli.save(SampleFace.WOMAN_SMILING, folder),
            Cli.save(SampleFace.OLDER_MAN, folder),
            Cli.save(SampleFace.YOUNG_WOMAN, folder),
            "--size",
            128,
            "--out",
            out);

    assertThat(cli).isEqualTo(new Cli(0, "", ""));
    Image average = Images.read(out);
    assertThat(average.width()).isEqualTo(128);
    assertThat(Cli.run("inspect", out, "--out", folder.resolve("found.png")).out())
        .startsWith("1 face");
  }

  @Test
  void oneFaceIsNoAverage() throws IOException {
    Path photo = Cli.save(SampleFace.WOMAN_SMILING, folder);
    Cli cli = Cli.run("average", photo, "--out", folder.resolve("average.png"));

    assertThat(cli.code()).isEqualTo(ExitCode.USAGE.number());
    assertThat(cli.errorLines()).hasSize(1);
  }
}
