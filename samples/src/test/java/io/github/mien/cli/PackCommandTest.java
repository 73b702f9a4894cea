package io.github.mien.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.image.Image;
import io.github.mien.image.io.Animations;
import io.github.mien.image.io.Images;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackCommandTest {
  @TempDir private Path folder;
  private Path portrait;
  private Path out;

  @BeforeEach
  void save() throws IOException {
    portrait = Cli.save(SampleFace.OLDER_MAN, folder);
    out = folder.resolve("pack");
  }

  @Test
  void wechatGetsMovingStickersThumbnailsAndASheet() throws IOException {
    String eight = "laugh,sad,kiss,angry,wink-left,sleepy,shocked,smug";

    Cli run = pack("wechat", "--presets", eight, "--captions", "both");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(names())
        .hasSize(8 + 8 + 3)
        .contains(
            "01-laugh-thumbnail.png",
            "01-laugh.gif",
            "02-sad-thumbnail.png",
            "02-sad.gif",
            "contact-sheet.png",
            "cover.png",
            "icon.png");
    for (String name : List.of("01-laugh.gif", "02-sad.gif")) {
      assertThat(Files.size(out.resolve(name))).isLessThanOrEqualTo(500_000);
      assertThat(Animations.read(out.resolve(name)).width()).isEqualTo(240);
      assertThat(Animations.count(Animations.read(out.resolve(name)))).isGreaterThan(8);
    }
    Image thumbnail = Images.read(out.resolve("01-laugh-thumbnail.png"));
    assertThat(List.of(thumbnail.width(), thumbnail.height())).containsExactly(120, 120);
  }

  @Test
  void whatsAppGetsItsContentsAndTray() throws IOException {
    Cli run = pack("whatsapp", "--presets", "laugh,sad,wink-left", "--name", "Me");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(Files.readString(out.resolve("contents.json")))
        .contains("\"name\": \"Me\"", "01-laugh.webp", "02-sad.webp", "03-wink-left.webp");
    assertThat(Files.size(out.resolve("tray.png"))).isLessThanOrEqualTo(50_000);
    assertThat(Files.size(out.resolve("01-laugh.webp"))).isLessThanOrEqualTo(500_000);
  }

  @Test
  void linesMainImageMovesAndItsTabDoesNot() throws IOException {
    Cli run = pack("line", "--presets", "laugh,sad,kiss,angry,wink-left,sleepy,shocked,smug");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(names()).hasSize(8 + 3).contains("01-laugh.png", "main.png", "tab.png");
    Image main = Images.read(out.resolve("main.png"));
    assertThat(List.of(main.width(), main.height())).containsExactly(240, 240);
    assertThat(Files.readString(out.resolve("main.png"), ISO_8859_1)).contains("acTL");
    Image tab = Images.read(out.resolve("tab.png"));
    assertThat(List.of(tab.width(), tab.height())).containsExactly(96, 74);
  }

  @Test
  void aPackThatIsTooSmallForItsPlatformIsRefusedInOneLine() {
    Cli run = pack("whatsapp", "--presets", "laugh");

    assertThat(run.code()).isEqualTo(ExitCode.UNWRITABLE.number());
    assertThat(run.err().strip())
        .isEqualTo(
            "mien: WHATSAPP takes 3 to 30 stickers a pack, not 1; choose as many expressions");
  }

  @Test
  void aPackOfASizeBetweenThoseThatItsPlatformTakesIsRefused() {
    Cli run = pack("line", "--presets", "laugh,sad,kiss,angry,wink-left,sleepy,shocked,smug,grin");

    assertThat(run.err().strip())
        .isEqualTo(
            "mien: LINE takes 8, 16 or 24 stickers a pack, not 9; choose as many expressions");
  }

  private Cli pack(String format, String... more) {
    Stream<Object> options =
        Stream.of("pack", "--target", portrait, "--format", format, "--out", out);
    return Cli.run(Stream.concat(options, Stream.of(more)).toArray());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(out)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
