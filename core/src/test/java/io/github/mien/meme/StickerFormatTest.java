package io.github.mien.meme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.image.Animation;
import io.github.mien.image.Frame;
import io.github.mien.image.FrameSource;
import io.github.mien.image.Image;
import io.github.mien.image.Metadata;
import io.github.mien.image.io.Animations;
import io.github.mien.image.io.Images;
import io.github.mien.testkit.Tool;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StickerFormatTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void aStillStickerHasTheSizeAndFitsTheLimit(StickerFormat format) throws IOException {
    Sticker sticker = format.encode(noisy(700, 500, 30, 0));

    assertThat(sticker.bytes().length).isLessThanOrEqualTo(format.still().maxBytes());
    assertThat(sticker.kind()).isEqualTo(format.still().kind());
    Image read = Images.read(write(sticker));
    assertThat(read.width()).isEqualTo(format.still().width());
    assertThat(read.height()).isEqualTo(format.still().height());
    // 700 x 500 is wider than the canvas is: there are transparent stripes above and below.
    assertThat(read.hasAlpha()).isTrue();
    assertThat(read.sample(read.width() / 2, 2, 3)).isZero();
    assertThat(read.sample(read.width() / 2, read.height() / 2, 3)).isEqualTo(255);
  }

  @ParameterizedTest
  @EnumSource(
      value = StickerFormat.class,
      names = {"TELEGRAM"},
      mode = EnumSource.Mode.EXCLUDE)
  void aMovingStickerFitsTheLimits(StickerFormat format) throws IOException {
    Sticker sticker = format.encode(moving(360, 24, 40, 12));
    StickerLimits limits = format.animated();

    assertThat(sticker.bytes().length).isLessThanOrEqualTo(limits.maxBytes());
    assertThat(sticker.frames()).isBetween(limits.minFrames(), limits.maxFrames());
    Path file = write(sticker);
    Image first = Images.read(file);
    assertThat(first.width()).isEqualTo(limits.width());
    assertThat(first.height()).isEqualTo(limits.height());
    if (limits.kind() == StickerKind.GIF) {
      Animation read = Animations.read(file);
      assertThat(Animations.count(read)).isEqualTo(sticker.frames());
      assertThat(millis(read)).isEqualTo(960);
    }
  }

  @Test
  void aMarkedStickerFitsAsWell() throws IOException {
    Marks marks = Marks.DEFAULT.withWatermark();
    Sticker moving = StickerFormat.WECHAT.encode(marks.draw(moving(240, 12, 80, 12)));
    Sticker still = StickerFormat.WECHAT.encode(noisy(240, 240, 5, 0), marks.metadata());

    assertThat(moving.bytes().length).isLessThanOrEqualTo(500_000);
    Path file = write(moving);
    assertThat(Images.metadata(file)).isEqualTo(marks.metadata());
    assertThat(Watermark.isIn(Images.read(file))).isTrue();
    assertThat(Images.metadata(write(still))).isEqualTo(marks.metadata());
  }

  @Test
  void whatFitsWithoutLossLosesNothing() throws IOException {
    Sticker sticker = StickerFormat.WECHAT.encode(moving(240, 8, 80, 0));

    assertThat(sticker.settings()).isEqualTo("8 frames, 256 colours, loss 0");
  }

  @Test
  void framesAreDroppedOnlyWhereLossAloneIsNotEnough() throws IOException {
    Sticker little = StickerFormat.SLACK.encode(moving(128, 20, 50, 6));
    Sticker much = StickerFormat.SLACK.encode(moving(128, 48, 50, 112));

    assertThat(little.frames()).isEqualTo(20);
    assertThat(much.frames()).isLessThan(48);
    assertThat(millis(Animations.read(write(much)))).isEqualTo(2400);
  }

  @ParameterizedTest
  @EnumSource
  void thePicturesOfAPackHaveTheirSizesAndFit(StickerFormat format) throws IOException {
    for (PackPicture picture : format.packPictures()) {
      StickerLimits limits = picture.limits();
      Sticker made =
          limits.isStill()
              ? format.encode(noisy(300, 300, 20, 0), limits, Metadata.NONE)
              : format.encode(moving(300, 12, 100, 6), limits);

      Image read = Images.read(write(made));
      assertThat(List.of(read.width(), read.height()))
          .as(picture.file())
          .containsExactly(limits.width(), limits.height());
      assertThat(made.bytes().length).isLessThanOrEqualTo(limits.maxBytes());
    }
  }

  @Test
  void packsHaveTheSizesThatPlatformsTake() {
    PackSizes line = StickerFormat.LINE.packSizes();
    assertThat(line).hasToString("8, 16 or 24");
    assertThat(List.of(8, 16, 24)).allMatch(line::contains);
    assertThat(List.of(0, 7, 9, 12, 25, 32)).noneMatch(line::contains);
    PackSizes whatsApp = StickerFormat.WHATSAPP.packSizes();
    assertThat(whatsApp).hasToString("3 to 30");
    assertThat(List.of(3, 17, 30)).allMatch(whatsApp::contains);
    assertThat(StickerFormat.SLACK.packSizes()).hasToString("1 or more");
  }

  @ParameterizedTest
  @CsvSource({"12, 50, 1000", "32, 50, 2000", "30, 83, 2000", "19, 200, 4000"})
  void lineTakesWholeSeconds(int frames, int millis, int whole) throws IOException {
    Path file = write(StickerFormat.LINE.encode(moving(270, frames, millis, 0)));

    String shown =
        Tool.run("ffprobe", "-v", "error", "-show_entries", "packet=duration_time", file);
    double seconds =
        shown
            .lines()
            .filter(line -> line.startsWith("duration_time="))
            .mapToDouble(line -> Double.parseDouble(line.substring("duration_time=".length())))
            .sum();
    assertThat(seconds).isCloseTo(whole / 1000.0, within(1e-3));
  }

  @Test
  void lineTakesFewFramesAndFewLoops() throws IOException {
    Path file = write(StickerFormat.LINE.encode(moving(270, 30, 50, 0)));

    assertThat(Tool.run("ffprobe", "-v", "error", "-count_frames", "-show_streams", file))
        .contains("codec_name=apng", "width=270", "height=270", "nb_read_frames=15");
  }

  @Test
  void whatsAppGetsAWebpThatItsToolsAccept() throws IOException {
    Path still = write(StickerFormat.WHATSAPP.encode(noisy(512, 512, 10, 0)));
    assertThat(Tool.run("webpinfo", still)).contains("No error detected").doesNotContain("ANIM");
    Path moving = write(StickerFormat.WHATSAPP.encode(moving(512, 12, 60, 6)));
    assertThat(Tool.run("webpinfo", moving))
        .contains("No error detected", "Canvas size 512 x 512", "Duration: 60");
  }

  @Test
  void whatCannotBeMadeToFitIsSaid() {
    assertThatThrownBy(() -> StickerFormat.WHATSAPP.encode(moving(64, 101, 100, 0)))
        .isInstanceOf(StickerException.class)
        .hasMessage("WHATSAPP takes at most 10.0 s, the animation lasts 10.1 s; make it shorter");
    assertThatThrownBy(() -> StickerFormat.LINE.encode(moving(64, 3, 100, 0)))
        .hasMessage("LINE takes at least 5 frames, the animation has 3; give it more");
    assertThatThrownBy(() -> StickerFormat.TELEGRAM.encode(moving(64, 3, 100, 0)))
        .hasMessageContaining("as video: add io.github.mien:mien-ffmpeg");
    assertThatThrownBy(() -> StickerFormat.SLACK.encode(moving(128, 12, 100, 355)))
        .hasMessageStartingWith("SLACK takes at most 128 KB; with the fewest frames and colours")
        .hasMessageEndingWith("make it shorter or calmer");
    assertThatThrownBy(() -> StickerFormat.WECHAT.encode(Animation.of(8, 8, () -> () -> null)))
        .hasMessage("the animation has no frame");
  }

  @Test
  void threeHundredFramesAreNeverInMemoryTogether() throws IOException {
    List<WeakReference<Image>> alive = new ArrayList<>();
    Animation source = moving(64, 300, 33, 0);
    Animation watched =
        Animation.of(
            64,
            64,
            () -> {
              FrameSource frames = source.open();
              return () -> {
                Frame frame = frames.next();
                if (frame != null) {
                  alive.add(new WeakReference<>(frame.image()));
                  if (alive.size() % 250 == 0) {
                    System.gc();
                    assertThat(alive.stream().filter(f -> f.get() != null).count()).isLessThan(20);
                  }
                }
                return frame;
              };
            });

    Sticker sticker = StickerFormat.WECHAT.encode(watched);

    assertThat(sticker.bytes().length).isLessThanOrEqualTo(500_000);
    assertThat(alive.size()).isGreaterThanOrEqualTo(600);
  }

  private Path write(Sticker sticker) throws IOException {
    Path file = folder.resolve("sticker." + sticker.kind().extension());
    sticker.write(file);
    return file;
  }

  private static long millis(Animation animation) throws IOException {
    long sum = 0;
    try (FrameSource frames = animation.open()) {
      for (Frame frame = frames.next(); frame != null; frame = frames.next()) {
        sum += frame.millis();
      }
    }
    return sum;
  }

  /** A patch with noise that glides over a soft background; from 100 on, noise everywhere. */
  private static Animation moving(int size, int frames, int millis, int noise) {
    return Animation.of(
        size,
        size,
        () ->
            new FrameSource() {
              private int next;

              @Override
              public Frame next() {
                return next == frames ? null : new Frame(noisy(size, size, noise, next++), millis);
              }
            });
  }

  private static Image noisy(int width, int height, int noise, int number) {
    Random random = new Random(number);
    Image image = Image.create(width, height, 3);
    int left = width / 4 + number % (width / 4);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        boolean patch = x >= left && x < left + width / 4 && y > height / 3 && y < height * 2 / 3;
        int at = image.index(x, y);
        for (int c = 0; c < 3; c++) {
          int base = patch ? 230 - 30 * c - 40 * y / height : 60 + 20 * c + 90 * x / width;
          int grain = noise < 100 ? (patch ? noise : 0) : noise - 100;
          int value = base + (grain == 0 ? 0 : random.nextInt(grain) - grain / 2);
          image.data()[at + c] = (byte) Math.max(0, Math.min(255, value));
        }
      }
    }
    return image;
  }
}
