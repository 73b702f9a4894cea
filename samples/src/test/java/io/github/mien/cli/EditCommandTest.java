package io.github.mien.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.Mien;
import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.image.io.Images;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditCommandTest {
  @TempDir Path folder;
  private Path portrait;
  private Path out;

  @BeforeEach
  void photo() throws IOException {
    portrait = Cli.save(SampleFace.YOUNG_WOMAN, folder);
    out = folder.resolve("out.png");
  }

  private Cli edit(String set) {
    return Cli.run("edit", "--target", portrait, "--set", set, "--out", out);
  }

  @Test
  void coefficientsAreSet() throws IOException {
    assertThat(edit("eyeBlinkLeft=1,jawOpen=0.6")).isEqualTo(new Cli(0, "", ""));

    Path json = folder.resolve("out.json");
    Cli.run("inspect", out, "--out", folder.resolve("seen.png"), "--json", json);
    assertThat(coefficient(json, "jawOpen")).isGreaterThan(0.3);
  }

  @Test
  void anotherMethodMovesInItsOwnWay() throws IOException {
    edit("jawOpen=0.6");
    Path linear = folder.resolve("linear.png");

    Cli other =
        Cli.run(
            "edit",
            "--target",
            portrait,
            "--set",
            "jawOpen=0.6",
            "--out",
            linear,
            "--method",
            "linear");

    assertThat(other).isEqualTo(new Cli(0, "", ""));
    assertThat(Images.read(linear).data()).isNotEqualTo(Images.read(out).data());
  }

  @Test
  void aClosedLidCoversTheIrisAndTheOtherEyeStays() throws IOException {
    edit("eyeBlinkLeft=1");

    Image before = Images.read(portrait);
    Image after = Images.read(out);
    try (Mien mien = Mien.create()) {
      Landmarks face = mien.align(before).get(0).landmarks();
      assertThat(red(after, face, FaceMesh.LEFT_IRIS))
          .isGreaterThan(red(before, face, FaceMesh.LEFT_IRIS) + 40);
      assertThat(red(after, face, FaceMesh.RIGHT_IRIS))
          .isEqualTo(red(before, face, FaceMesh.RIGHT_IRIS));
    }
  }

  private static int red(Image image, Landmarks face, int point) {
    return image.sample(Math.round(face.x(point)), Math.round(face.y(point)), 0);
  }

  private static double coefficient(Path json, String name) throws IOException {
    String value =
        Files.readString(json).replaceFirst("(?s).*\"" + name + "\" : ([0-9.]+).*", "$1");
    return Double.parseDouble(value);
  }

  @Test
  void batchSetsThemToo() throws IOException {
    Path rows =
        Files.writeString(
            folder.resolve("edits.csv"),
            "target,out,set\n"
                + "young-woman.jpg,smile.png,\"mouthSmileLeft=0.8,mouthSmileRight=0.8\"\n"
                + "young-woman.jpg,none.png,mouthSmile=0.8\n"
                + "young-woman.jpg,empty.png,\n");

    Cli cli = Cli.run("batch", rows, "--base", folder, "--out-dir", folder, "--threads", 1);

    assertThat(cli.code()).isEqualTo(ExitCode.ROWS_FAILED.number());
    assertThat(folder.resolve("smile.png")).isNotEmptyFile();
    assertThat(cli.errorLines()).hasSize(4);
    assertThat(cli.errorLines().get(1)).startsWith("line 3: there is no coefficient 'mouthSmile'");
    assertThat(cli.errorLines().get(2)).startsWith("line 4: source (or set)");
  }

  @Test
  void aRowMayHaveASourceOrASetting() throws IOException {
    Path rows =
        Files.writeString(
            folder.resolve("edits.csv"),
            "source,target,out,set\n"
                + "young-woman.jpg,young-woman.jpg,a.png,jawOpen=1\n"
                + "young-woman.jpg,young-woman.jpg,b.png,\n");

    Cli cli = Cli.run("batch", rows, "--base", folder, "--out-dir", folder, "--threads", 1);

    assertThat(cli.errorLines().get(0)).isEqualTo("line 2: give a source or what to set, not both");
    assertThat(folder.resolve("b.png")).isNotEmptyFile();
  }

  @Test
  void whatIsWrongIsOneLine() {
    Cli cli = edit("eyeBlink=1");

    assertThat(cli.code()).isEqualTo(ExitCode.USAGE.number());
    assertThat(cli.errorLines()).hasSize(1);
    assertThat(cli.err()).contains("'--set'", "'eyeBlink'", "eyeBlinkLeft, eyeBlinkRight");
    assertThat(out).doesNotExist();
  }

  @Test
  void theWholePictureStaysWhenNothingChanges() throws IOException {
    Cli cli = Cli.run("preset", "laugh", "--target", portrait, "--out", out, "--strength", "0");

    assertThat(cli.code()).isZero();
    Image before = Images.read(portrait);
    assertThat(Images.read(out).data()).isEqualTo(before.data());
  }
}
