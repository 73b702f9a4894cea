package io.github.mien.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.image.Frame;
import io.github.mien.image.FrameSource;
import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import io.github.mien.image.io.Animations;
import io.github.mien.image.io.Images;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StickerCommandTest {
  @TempDir private Path folder;
  private Path portrait;

  @BeforeEach
  void save() throws IOException {
    portrait = Cli.save(SampleFace.OLDER_MAN, folder);
  }

  @Test
  void aStickerMovesAndShowsWhatIsAroundTheHeadUnlessItIsCutOut() throws IOException {
    Path gif = folder.resolve("laugh.gif");

    assertThat(sticker(gif, "--caption", "哈哈")).isEqualTo(new Cli(0, "", ""));

    List<Image> frames = frames(gif);
    assertThat(frames).hasSizeGreaterThan(8);
    assertThat(transparent(frames.get(0), frames.get(0).bounds())).isZero();
    assertThat(Files.size(gif)).isLessThanOrEqualTo(500_000);
  }

  @Test
  void aHeadThatIsCutOutHasNothingAroundItInAnyFrame() throws IOException {
    Path gif = folder.resolve("alone.gif");

    assertThat(sticker(gif, "--cut-out")).isEqualTo(new Cli(0, "", ""));

    for (Image frame : frames(gif)) {
      assertThat(transparent(frame, new Rect(0, 0, 30, 30))).isEqualTo(900);
      assertThat(transparent(frame, new Rect(210, 0, 30, 30))).isEqualTo(900);
      assertThat(transparent(frame, new Rect(95, 80, 50, 80))).isZero();
      assertThat(transparent(frame, frame.bounds())).isBetween(240 * 240 / 5, 240 * 240 * 4 / 5);
    }
  }

  @Test
  void theLineAroundItHasItsColourAndIsAsWideAsAsked() throws IOException {
    Path plain = folder.resolve("plain.webp");
    Path lined = folder.resolve("lined.webp");
    String[] still = {"--still", "--format", "whatsapp", "--cut-out"};

    sticker(plain, still);
    Cli cli = sticker(lined, "--outline", "2", "--outline-color", "ff8800", still);

    assertThat(cli).isEqualTo(new Cli(0, "", ""));
    Image head = Images.read(plain);
    Image line = Images.read(lined);
    int row = head.height() / 2;
    int edge = edge(head, row);
    int outer = edge(line, row);
    // 2 % of 512 pixels.
    assertThat(edge - outer).isBetween(8, 14);
    assertThat(line.sample(outer + 4, row, 0)).isGreaterThan(240);
    assertThat(line.sample(outer + 4, row, 1)).isBetween(120, 152);
    assertThat(line.sample(outer + 4, row, 2)).isLessThan(20);
  }

  @Test
  void aWholePackIsCutOut() throws IOException {
    Path out = folder.resolve("pack");

    Cli cli =
        Cli.run(
            "pack",
            "--target",
            portrait,
            "--format",
            "whatsapp",
            "--presets",
            "laugh,sad,kiss",
            "--cut-out",
            "--outline",
            "--out",
            out);

    assertThat(cli.code()).as(cli.err()).isZero();
    Image tray = Images.read(out.resolve("tray.png"));
    assertThat(transparent(tray, new Rect(0, 0, 12, 12))).isEqualTo(144);
    assertThat(transparent(tray, new Rect(40, 40, 16, 16))).isZero();
    Image sheet = Images.read(out.resolve("contact-sheet.png"));
    assertThat(sheet.sample(12, 12, 0)).isEqualTo(200);
    assertThat(sheet.sample(2, 2, 0)).isEqualTo(255);
  }

  @Test
  void optionsThatMakeNoSenseAreRefusedInOneLine() {
    Path gif = folder.resolve("x.gif");
    assertUsage(sticker(gif, "--outline"), "'--cut-out'");
    assertUsage(sticker(gif, "--cut-out", "--outline", "9"), "--outline is from 0 to 4");
    assertUsage(sticker(gif, "--cut-out", "--outline-color", "red"), "six hexadecimal digits");
    assertUsage(sticker(gif, "--strength", "3"), "--strength is from 0 to 1.5");
    assertUsage(sticker(folder.resolve("x.png")), "--out must end in .gif");
  }

  private static void assertUsage(Cli cli, String words) {
    assertThat(cli.code()).isEqualTo(ExitCode.USAGE.number());
    assertThat(cli.err()).contains(words);
  }

  private Cli sticker(Path out, String... more) {
    return sticker(out, List.of(), more);
  }

  private Cli sticker(Path out, String a, String b, String c, String d, String[] more) {
    return sticker(out, List.of(a, b, c, d), more);
  }

  private Cli sticker(Path out, List<String> first, String... more) {
    List<Object> args = new ArrayList<>(List.of("sticker", "laugh", "--target", portrait));
    args.addAll(List.of("--out", out));
    Stream.concat(first.stream(), Stream.of(more)).forEach(args::add);
    return Cli.run(args.toArray());
  }

  private static List<Image> frames(Path file) throws IOException {
    List<Image> images = new ArrayList<>();
    try (FrameSource frames = Animations.read(file).open()) {
      for (Frame frame = frames.next(); frame != null; frame = frames.next()) {
        images.add(frame.image().copy());
      }
    }
    return images;
  }

  private static int transparent(Image image, Rect area) {
    int count = 0;
    for (int y = area.y(); y < area.bottom() && image.hasAlpha(); y++) {
      for (int x = area.x(); x < area.right(); x++) {
        count += image.sample(x, y, 3) < 128 ? 1 : 0;
      }
    }
    return count;
  }

  /** The first column of a row that shows something. */
  private static int edge(Image image, int row) {
    int x = 0;
    while (image.sample(x, row, 3) < 128) {
      x++;
    }
    return x;
  }
}
