package io.github.mien.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.Mien;
import io.github.mien.Target;
import io.github.mien.expression.Preset;
import io.github.mien.expression.Presets;
import io.github.mien.face.Box;
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
  void everyPresetStaysInsideTheFace() {
    Image photo = SampleFace.OLDER_MAN.load();
    try (Mien mien = Mien.create()) {
      Target target = mien.target(photo);
      Box face = target.face().face().landmarks().bounds();
      double margin = 0.3 * Math.max(face.width(), face.height());
      for (Preset preset : Presets.embedded().all()) {
        Image shown = target.show(preset).image();
        assertChangedOnlyInside(preset.name(), photo, shown, face, margin);
      }
    }
  }

  private static void assertChangedOnlyInside(
      String name, Image before, Image after, Box face, double margin) {
    int inside = 0;
    int outside = 0;
    for (int y = 0; y < before.height(); y++) {
      for (int x = 0; x < before.width(); x++) {
        if (before.sample(x, y, 0) != after.sample(x, y, 0)
            || before.sample(x, y, 1) != after.sample(x, y, 1)
            || before.sample(x, y, 2) != after.sample(x, y, 2)) {
          boolean near =
              x > face.x0() - margin
                  && x < face.x1() + margin
                  && y > face.y0() - margin
                  && y < face.y1() + margin;
          inside += near ? 1 : 0;
          outside += near ? 0 : 1;
        }
      }
    }
    assertThat(inside).as(name).isGreaterThan(before.width() * before.height() / 100);
    assertThat(outside).as(name).isZero();
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
