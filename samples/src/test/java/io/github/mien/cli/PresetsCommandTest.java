package io.github.mien.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.expression.Presets;
import io.github.mien.image.Image;
import io.github.mien.image.io.Images;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresetsCommandTest {
  @TempDir Path folder;
  private Path portrait;
  private Path out;

  @BeforeEach
  void photo() throws IOException {
    portrait = Cli.save(SampleFace.OLDER_MAN, folder);
    out = folder.resolve("out.png");
  }

  private Path own(String coefficients) throws IOException {
    return Files.writeString(
        folder.resolve("own.json"),
        "{\"name\": \"own\", \"description\": \"My own\", \"coefficients\": %s}"
            .formatted(coefficients));
  }

  @Test
  void theListHasALineForEach() throws IOException {
    Cli cli = Cli.run("presets", own("{\"jawOpen\": 1}"));

    assertThat(cli.code()).isZero();
    assertThat(cli.out().lines()).hasSize(Presets.embedded().all().size() + 1);
    assertThat(cli.out().lines())
        .anyMatch(line -> line.matches("laugh +Mouth wide open.*"))
        .anyMatch(line -> line.matches("own +My own"));
  }

  @Test
  void theSheetShowsThemAll() throws IOException {
    Cli cli = Cli.run("presets", "--target", portrait, "--out", out);

    assertThat(cli.code()).isZero();
    Image sheet = Images.read(out);
    assertThat(sheet.width()).isEqualTo(6 * 248 + 8);
    assertThat(sheet.height()).isEqualTo((Presets.embedded().all().size() + 6) / 6 * 272 + 8);
  }

  @Test
  void aFileOfOnesOwnIsShown() throws IOException {
    Path file = own("{\"jawOpen\": 1}");

    assertThat(Cli.run("preset", file, "--target", portrait, "--out", out).code()).isZero();
    assertThat(out).isNotEmptyFile();
  }

  @Test
  void controlsReachIt() {
    Cli cli =
        Cli.run(
            "preset",
            "shocked",
            "--target",
            portrait,
            "--out",
            out,
            "--weights",
            "mouth=1.2,brows=0.5",
            "--keep-mouth-closed",
            "--no-gaze");

    assertThat(cli).isEqualTo(new Cli(0, "", ""));
  }

  @Test
  void whatIsWrongIsOneLine() throws IOException {
    assertFails(ExitCode.USAGE, "no preset 'lagh'", "preset", "lagh");
    assertFails(
        ExitCode.USAGE, "own.json: is no preset: jawOpen is", "preset", own("{\"jawOpen\": 9}"));
    assertFails(
        ExitCode.UNREADABLE, "none.json: no such file", "preset", folder.resolve("none.json"));
    assertFails(
        ExitCode.USAGE,
        "the weight of brows is from 0 to 1.5",
        "preset",
        "sad",
        "--weights",
        "brows=2");
    assertFails(ExitCode.USAGE, "--weights", "preset", "sad", "--weights", "ears=1");
    assertFails(ExitCode.USAGE, "strength is from 0 to 1.5", "presets", "--strength", "2");
    Cli half = Cli.run("presets", "--target", portrait);
    assertThat(half.code()).isEqualTo(ExitCode.USAGE.number());
    assertThat(half.errorLines()).hasSize(1);
  }

  private void assertFails(ExitCode code, String line, Object... args) {
    Object[] all = new Object[args.length + 4];
    System.arraycopy(args, 0, all, 0, args.length);
    System.arraycopy(new Object[] {"--target", portrait, "--out", out}, 0, all, args.length, 4);
    Cli cli = Cli.run(all);
    assertThat(cli.code()).as(cli.err()).isEqualTo(code.number());
    assertThat(cli.errorLines()).hasSize(1);
    assertThat(cli.err()).contains(line);
    assertThat(out).doesNotExist();
  }
}
