package io.github.mien.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.encode.EncoderMethod;
import io.github.mien.transfer.TransferMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MethodsCommandTest {
  @TempDir Path folder;

  @Test
  void everyMethodHasALine() {
    Cli cli = Cli.run("methods");

    assertThat(cli.code()).isZero();
    for (EncoderMethod method : EncoderMethod.values()) {
      assertThat(cli.out().lines())
          .filteredOn(line -> line.endsWith(method.description()))
          .singleElement()
          .asString()
          .startsWith("  " + method.label() + " ");
    }
    for (TransferMethod method : TransferMethod.values()) {
      assertThat(cli.out()).contains("  " + method.label() + " ", method.description());
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyEncoderSeesASmile(EncoderMethod method) throws IOException {
    Path photo = Cli.save(SampleFace.WOMAN_SMILING, folder);
    Path json = folder.resolve("faces.json");

    Cli cli =
        Cli.run(
            "inspect",
            photo,
            "--out",
            folder.resolve("out.png"),
            "--json",
            json,
            "--encoder",
            method.label());

    assertThat(cli.err()).isEmpty();
    assertThat(cli.code()).isZero();
    assertThat(Files.readString(json)).containsPattern("\"mouthSmileLeft\" : (0\\.[4-9]|1)");
  }

  @ParameterizedTest
  @EnumSource
  void everyTransferMovesASmile(TransferMethod method) throws IOException {
    Path source = Cli.save(SampleFace.WOMAN_SMILING, folder);
    Path target = Cli.save(SampleFace.OLDER_MAN, folder);
    Path out = folder.resolve("smiling.png");
    Path json = folder.resolve("faces.json");

    Cli moved =
        Cli.run(
            "transfer",
            "--source",
            source,
            "--target",
            target,
            "--out",
            out,
            "--method",
            method.label());
    Cli seen = Cli.run("inspect", out, "--out", folder.resolve("seen.png"), "--json", json);

    assertThat(moved.err()).isEmpty();
    assertThat(seen.code()).isZero();
    assertThat(Files.readString(json)).containsPattern("\"mouthSmileLeft\" : (0\\.[4-9]|1)");
  }

  @Test
  void aTransferThatDoesNotExistIsRefusedWithTheNames() throws IOException {
    Path photo = Cli.save(SampleFace.WOMAN_SMILING, folder);

    Cli cli =
        Cli.run(
            "transfer",
            "--source",
            photo,
            "--target",
            photo,
            "--out",
            folder.resolve("out.png"),
            "--method",
            "magic");

    assertThat(cli.code()).isEqualTo(ExitCode.USAGE.number());
    assertThat(cli.errorLines())
        .singleElement()
        .asString()
        .contains("'magic'", "blendshape, morphable");
  }

  @Test
  void anEncoderThatDoesNotExistIsRefusedWithTheNames() throws IOException {
    Path photo = Cli.save(SampleFace.WOMAN_SMILING, folder);

    Cli cli = Cli.run("inspect", photo, "--out", folder.resolve("out.png"), "--encoder", "magic");

    assertThat(cli.code()).isEqualTo(ExitCode.USAGE.number());
    assertThat(cli.errorLines())
        .singleElement()
        .asString()
        .contains("'magic'", "landmarks, morphable, geometry, lbp");
  }

  @Test
  void aHeadOfOnesOwnThatIsMissingIsNamed() throws IOException {
    Path photo = Cli.save(SampleFace.WOMAN_SMILING, folder);

    Cli cli =
        Cli.run(
            "inspect",
            photo,
            "--out",
            folder.resolve("out.png"),
            "--encoder",
            "hog",
            "--model",
            "head-hog=" + folder.resolve("none.bin"));

    assertThat(cli.code()).isEqualTo(ExitCode.NO_BACKEND.number());
    assertThat(cli.errorLines()).singleElement().asString().contains("none.bin");
  }
}
