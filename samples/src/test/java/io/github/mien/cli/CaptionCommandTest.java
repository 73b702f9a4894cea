package io.github.mien.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.Mien;
import io.github.mien.fonts.BundledFonts;
import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import io.github.mien.image.io.Images;
import io.github.mien.meme.FontFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptionCommandTest {
  private static final Cli DONE = new Cli(0, "", "");

  @TempDir Path folder;
  private Path portrait;
  private Path out;
  private Image before;

  @BeforeEach
  void portrait() throws IOException {
    portrait = Cli.save(SampleFace.OLDER_MAN, folder);
    out = folder.resolve("out.png");
    before = Images.read(portrait);
  }

  private int changed(Rect area) throws IOException {
    Image after = Images.read(out);
    assertThat(after.bounds()).isEqualTo(before.bounds());
    int changed = 0;
    for (int y = area.y(); y < area.bottom(); y++) {
      for (int x = area.x(); x < area.right(); x++) {
        changed += after.sample(x, y, 0) == before.sample(x, y, 0) ? 0 : 1;
      }
    }
    return changed;
  }

  @Test
  void writesAtBothEdgesAndOffTheFace() throws IOException {
    Cli cli =
        Cli.run(
            "caption",
            "--target",
            portrait,
            "--top",
            "When it compiles",
            "--bottom",
            "我太难了 😂",
            "--out",
            out);

    assertThat(cli).isEqualTo(DONE);
    int width = before.width();
    int height = before.height();
    assertThat(changed(new Rect(0, 0, width, height / 3))).isGreaterThan(1000);
    assertThat(changed(new Rect(0, height / 2, width, height / 2))).isGreaterThan(1000);
    assertThat(changed(face())).isZero();
  }

  private Rect face() {
    try (Mien mien = Mien.create()) {
      return mien.align(before).get(0).detection().box().pixels();
    }
  }

  @Test
  void aPictureWithoutAFaceIsWrittenOnAsWell() throws IOException {
    before = Image.create(300, 200, 3);
    Path wall = folder.resolve("wall.png");
    Images.write(before, wall);

    assertThat(Cli.run("caption", "--target", wall, "--bottom", "Nobody", "--out", out))
        .isEqualTo(DONE);
    assertThat(changed(before.bounds())).isGreaterThan(1000);
  }

  @Test
  void aTextOfABoxStaysWithinIt() throws IOException {
    before = Image.create(300, 200, 3);
    Path wall = folder.resolve("wall.png");
    Images.write(before, wall);

    Cli cli =
        Cli.run(
            "caption",
            "--target",
            wall,
            "--box",
            "20,30,120,50=a = b",
            "--box",
            "200,120,80,60=you",
            "--out",
            out);

    assertThat(cli).isEqualTo(DONE);
    int first = changed(new Rect(20, 30, 120, 50));
    int second = changed(new Rect(200, 120, 80, 60));
    assertThat(first).isGreaterThan(300);
    assertThat(second).isGreaterThan(300);
    assertThat(changed(before.bounds())).isEqualTo(first + second);
  }

  @Test
  void aBoxThatIsNoneIsRefused() {
    for (String box : List.of("20,30,120=me", "0,0,0,9=me", "a,b,c,d=me")) {
      Cli cli = Cli.run("caption", "--target", portrait, "--box", box, "--out", out);

      assertThat(cli.code()).isEqualTo(ExitCode.USAGE.number());
      assertThat(cli.err()).contains("X,Y,W,H=TEXT");
    }
  }

  @Test
  void aBoxOutsideThePictureIsRefused() {
    Cli cli = Cli.run("caption", "--target", portrait, "--box", "9000,0,9,9=me", "--out", out);

    assertThat(cli.code()).isEqualTo(ExitCode.USAGE.number());
    assertThat(cli.err()).contains("9000,0,9,9 lies outside " + portrait);
    assertThat(out).doesNotExist();
  }

  @Test
  void smallLettersStaySmallWhereThatIsAskedFor() throws IOException {
    Path capitals = folder.resolve("capitals.png");
    Cli.run("caption", "--target", portrait, "--top", "small", "--out", capitals);

    Cli cli =
        Cli.run("caption", "--target", portrait, "--top", "small", "--as-written", "--out", out);

    assertThat(cli).isEqualTo(DONE);
    assertThat(Images.read(out).data()).isNotEqualTo(Images.read(capitals).data());
  }

  @Test
  void aFontOfOnesOwnIsUsed() throws IOException {
    byte[] bytes = font("lalezar");
    Path font = Files.write(folder.resolve("own.ttf"), bytes);
    Path bundled = folder.resolve("bundled.png");
    Cli.run("caption", "--target", portrait, "--top", "؟", "--out", bundled);

    Cli cli =
        Cli.run("caption", "--target", portrait, "--top", "؟ OK", "--font", font, "--out", out);

    assertThat(cli).isEqualTo(DONE);
    assertThat(Images.read(out).data()).isNotEqualTo(Images.read(bundled).data());
  }

  private static byte[] font(String name) throws IOException {
    for (FontFile font : new BundledFonts().fonts()) {
      if (font.name().endsWith(name)) {
        try (InputStream bytes = font.source().open()) {
          return bytes.readAllBytes();
        }
      }
    }
    throw new AssertionError(name);
  }

  @Test
  void aCharacterThatNoFontHasIsAWarning() {
    PrintStream standard = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    Cli cli;
    try {
      cli = Cli.run("caption", "--target", portrait, "--top", "A\ud80c\udc00B", "--out", out);
    } finally {
      System.setErr(standard);
    }

    assertThat(cli).isEqualTo(DONE);
    assertThat(printed.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "WARN no font has \ud80c\udc00 (U+13000); captions leave them out. Add a font of your"
                + " own that has them");
    assertThat(out).exists();
  }

  private void assertFails(ExitCode code, String[] words, Object... args) {
    Cli cli = Cli.run(args);
    assertThat(cli.errorLines()).hasSize(1);
    assertThat(cli.err()).startsWith("mien: ").contains(words);
    assertThat(cli.code()).isEqualTo(code.number());
    assertThat(out).doesNotExist();
    assertThat(folder).isDirectoryNotContaining(file -> file.toString().contains("out"));
  }

  private static String[] words(String... words) {
    return words;
  }

  @Test
  void aTextThatFitsNowhereIsOneLine() {
    assertFails(
        ExitCode.USAGE,
        words("5,000 characters", "shorten it"),
        "caption",
        "--target",
        portrait,
        "--top",
        "难".repeat(5000),
        "--out",
        out);
    assertFails(
        ExitCode.USAGE,
        words("1,500 characters", "512 x 512 pixels", "shorten it"),
        "caption",
        "--target",
        portrait,
        "--top",
        "word ".repeat(300),
        "--out",
        out);
  }

  @Test
  void aBrokenFontIsOneLine() throws IOException {
    byte[] whole = font("anton");
    Path half = Files.write(folder.resolve("half.ttf"), Arrays.copyOf(whole, whole.length / 2));

    assertFails(
        ExitCode.NOT_A_PICTURE,
        words("half.ttf", "damaged"),
        "caption",
        "--target",
        portrait,
        "--top",
        "OK",
        "--font",
        half,
        "--out",
        out);
    assertFails(
        ExitCode.UNREADABLE,
        words("none.ttf: no such font file"),
        "caption",
        "--target",
        portrait,
        "--top",
        "OK",
        "--font",
        folder.resolve("none.ttf"),
        "--out",
        out);
  }

  @Test
  void withoutATextThereIsNothingToDo() {
    assertFails(
        ExitCode.USAGE, words("--top", "--bottom"), "caption", "--target", portrait, "--out", out);
    assertFails(
        ExitCode.USAGE,
        words("--top"),
        "caption",
        "--target",
        portrait,
        "--top",
        " ",
        "--out",
        out);
  }

  @Test
  void aTextThatTheLocaleSpoilsIsRefused() {
    assertFails(
        ExitCode.USAGE,
        words("--bottom", "LC_ALL=C.UTF-8"),
        "caption",
        "--target",
        portrait,
        "--bottom",
        "\ufffd\ufffd",
        "--out",
        out);
  }
}
