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

  @Test
  void pointsOfAShapePredictorAreDrawnAndReported() throws IOException {
    Path photo = Cli.save(SampleFace.WOMAN_SMILING, folder);
    Path plain = folder.resolve("plain.png");
    Path out = folder.resolve("out.png");
    Path json = folder.resolve("faces.json");
    Path predictor = Path.of("../core/src/test/resources/io/github/mien/face/dlib/predictor.dat");

    Cli.run("inspect", photo, "--out", plain);
    Cli cli =
        Cli.run("inspect", photo, "--out", out, "--json", json, "--shape-predictor", predictor);

    assertThat(cli.err()).isEmpty();
    assertThat(Images.read(out).data()).isNotEqualTo(Images.read(plain).data());
    assertThat(Files.readString(json)).contains("\"ibug68\"");
  }

  @Test
  void aPredictorThatIsNoneIsRefused() throws IOException {
    Path photo = Cli.save(SampleFace.WOMAN_SMILING, folder);
    Path packed = Files.writeString(folder.resolve("points.dat.bz2"), "BZh91AY&SY");

    Cli cli =
        Cli.run("inspect", photo, "--out", folder.resolve("out.png"), "--shape-predictor", packed);

    assertThat(cli.code()).isEqualTo(ExitCode.NO_BACKEND.number());
    assertThat(cli.errorLines()).singleElement().asString().contains("points.dat.bz2", "unpacked");
  }

  @Test
  void aPredictorThatIsMissingIsNamed() throws IOException {
    Path photo = Cli.save(SampleFace.WOMAN_SMILING, folder);

    Cli cli =
        Cli.run(
            "inspect",
            photo,
            "--out",
            folder.resolve("out.png"),
            "--shape-predictor",
            folder.resolve("none.dat"));

    assertThat(cli.code()).isEqualTo(ExitCode.UNREADABLE.number());
    assertThat(cli.errorLines()).singleElement().asString().contains("none.dat");
  }
}
