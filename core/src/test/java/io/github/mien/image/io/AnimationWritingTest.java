package io.github.mien.image.io;

import static io.github.mien.image.io.TestAnimations.disc;
import static io.github.mien.image.io.TestAnimations.frames;
import static io.github.mien.image.io.TestAnimations.psnr;
import static io.github.mien.image.io.TestAnimations.visible;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mien.image.Animation;
import io.github.mien.image.Frame;
import io.github.mien.image.FrameSource;
import io.github.mien.image.Image;
import io.github.mien.testkit.Tool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnimationWritingTest {

  @TempDir Path folder;

  static Stream<AnimationEncoder> encoders() {
    return Stream.of(
        GifEncoder.BEST,
        GifEncoder.BEST.withPalettes(GifEncoder.Palettes.PER_FRAME),
        GifEncoder.BEST.withLoss(30),
        ApngEncoder.BEST,
        ApngEncoder.BEST.withColors(64),
        WebpEncoder.GOOD,
        WebpEncoder.LOSSLESS);
  }

  @Test
  void aGifHasAllFramesAndItsDelaysAddUp() throws IOException {
    Path file = folder.resolve("disc.gif");

    Animations.write(disc(96, 80, 30, 33), file);

    Animation read = Animations.read(file);
    assertThat(read.loops()).isEqualTo(Animation.FOREVER);
    assertThat(frames(read)).hasSize(30).allMatch(f -> f.millis() == 30 || f.millis() == 40);
    assertThat(frames(read).stream().mapToInt(Frame::millis).sum()).isEqualTo(990);
  }

  @Test
  void aGifIsCloseToWhatWasDrawnAndItsBackgroundStandsStill() throws IOException {
    Animation disc = disc(160, 160, 12, 40);
    Path file = folder.resolve("disc.gif");

    Animations.write(disc, file);

    List<Frame> drawn = frames(disc);
    List<Frame> read = frames(Animations.read(file));
    for (int i = 0; i < drawn.size(); i++) {
      Image frame = read.get(i).image();
      assertThat(psnr(drawn.get(i).image(), frame)).as("frame %d", i).isGreaterThan(38);
      for (int[] still : new int[][] {{0, 0}, {3, 90}, {159, 159}, {120, 10}}) {
        int at = frame.index(still[0], still[1]);
        assertThat(Arrays.copyOfRange(frame.data(), at, at + 4))
            .isEqualTo(Arrays.copyOfRange(read.get(0).image().data(), at, at + 4));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void loopsAreKept(int loops) throws IOException {
    Path file = folder.resolve("loops.gif");

    Animations.write(disc(20, 20, 3, 50).withLoops(loops), file);

    assertThat(Animations.read(file).loops()).isEqualTo(loops);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void aGifOfFewColoursIsExactWhateverAppearsAndVanishes(long seed) throws IOException {
    Animation random = random(new Random(seed));
    Path file = folder.resolve("random.gif");
    for (GifEncoder.Palettes palettes : GifEncoder.Palettes.values()) {
      Animations.write(random, GifEncoder.BEST.withPalettes(palettes), file);

      List<Frame> wanted = frames(random);
      List<Frame> read = frames(Animations.read(file));
      assertThat(read).hasSameSizeAs(wanted);
      for (int i = 0; i < wanted.size(); i++) {
        assertThat(visible(read.get(i).image())).isEqualTo(visible(wanted.get(i).image()));
      }
    }
  }

  @Test
  void framesThatShowTheSameAreOne() throws IOException {
    Image picture = TestAnimations.picture(30, 30, 0);
    Image other = TestAnimations.picture(30, 30, 1);
    Path file = folder.resolve("same.gif");

    Animations.write(
        Animation.of(
            List.of(
                new Frame(picture, 100),
                new Frame(picture.copy(), 200),
                new Frame(other, 50),
                new Frame(other, 70))),
        file);

    assertThat(frames(Animations.read(file))).extracting(Frame::millis).containsExactly(300, 120);
  }

  @Test
  void framesFasterThanViewersShowThemAreThinnedOut() throws IOException {
    Path file = folder.resolve("fast.gif");

    Animations.write(disc(40, 40, 100, 10), file);

    List<Frame> read = frames(Animations.read(file));
    assertThat(read).hasSize(50).allMatch(frame -> frame.millis() == 20);
  }

  @Test
  void lossMakesAGifSmallerAndLittleWorse() throws IOException {
    Animation disc = disc(200, 200, 10, 40);

    byte[] exact = encode(GifEncoder.BEST, disc);
    byte[] lossy = encode(GifEncoder.BEST.withLoss(20), disc);
    Path file = Files.write(folder.resolve("lossy.gif"), lossy);

    assertThat(lossy.length).isLessThan(exact.length * 3 / 4);
    assertThat(psnr(frames(disc).get(9).image(), frames(Animations.read(file)).get(9).image()))
        .isGreaterThan(34);
  }

  @Test
  void anAnimatedPngHoldsEachFrameWithItsDelay() throws IOException {
    Animation disc = disc(64, 48, 7, 33);
    byte[] png = encode(ApngEncoder.BEST, disc);

    assertThat(Images.read(png).data()).isEqualTo(frames(disc).get(0).image().data());
    assertThat(new String(png, ISO_8859_1).split("fcTL", -1)).hasSize(8);
    Path file = Files.write(folder.resolve("disc.apng"), png);
    assertThat(Tool.run("ffprobe", "-v", "error", "-count_frames", "-show_streams", file))
        .contains("codec_name=apng", "nb_read_frames=7", "width=64", "height=48");
    Tool.run("apngdis", file, "frame");
    for (int i = 0; i < 7; i++) {
      Image frame = Images.read(folder.resolve("frame" + (i + 1) + ".png"));
      assertThat(psnr(frames(disc).get(i).image(), frame)).isInfinite();
    }
  }

  @Test
  void anAnimatedPngOfFewColoursIsSmaller() throws IOException {
    Animation disc = disc(120, 120, 6, 50);
    byte[] all = encode(ApngEncoder.BEST, disc);
    byte[] few = encode(ApngEncoder.BEST.withColors(64), disc);

    assertThat(few.length).isLessThan(all.length / 2);
    Path file = Files.write(folder.resolve("few.apng"), few);
    Tool.run("apngdis", file, "few");
    for (int i = 0; i < 6; i++) {
      Image frame = Images.read(folder.resolve("few" + (i + 1) + ".png"));
      assertThat(psnr(frames(disc).get(i).image(), frame)).isGreaterThan(33);
    }
  }

  @Test
  void anAnimatedWebpHoldsEachFrameWithItsDelay() throws IOException {
    Animation disc = disc(66, 50, 7, 33).withLoops(5);
    byte[] webp = encode(new WebpEncoder(80), disc);

    assertThat(webpDelays(webp)).hasSize(7).containsOnly(33);
    Path file = Files.write(folder.resolve("disc.webp"), webp);
    assertThat(Tool.run("webpinfo", file))
        .contains("No error detected", "Canvas size 66 x 50", "Loop count      : 5");
    assertThat(Tool.run("webpmux", "-info", file)).contains("Number of frames: 7");
  }

  @Test
  void webpWithoutLossIsExact() throws IOException {
    Animation disc = disc(66, 50, 5, 40);
    Path file = folder.resolve("exact.webp");

    Animations.write(disc, WebpEncoder.LOSSLESS, file);

    Tool.run("convert", file, "-coalesce", "+adjoin", folder.resolve("frame-%d.png"));
    for (int i = 0; i < 5; i++) {
      Image frame = Images.read(folder.resolve("frame-" + i + ".png"));
      assertThat(psnr(frames(disc).get(i).image(), frame)).as("frame %d", i).isInfinite();
    }
  }

  @Test
  void aStillWebpIsReadBack() throws IOException {
    Image picture = TestAnimations.picture(90, 70, 0);
    Path file = folder.resolve("still.webp");

    Images.write(picture, file);

    assertThat(psnr(picture, Images.read(file))).isGreaterThan(33);
  }

  /** Core has no codec for videos. */
  @Test
  void withoutACodecAVideoNamesTheArtifactThatHasOne() throws IOException {
    Path mp4 = folder.resolve("a.mp4");
    assertThatThrownBy(() -> Animations.write(disc(8, 8, 2, 40), mp4))
        .isInstanceOf(ImageWriteException.class)
        .hasMessageStartingWith(mp4 + ": videos cannot be written here.")
        .hasMessageContaining("io.github.mien:mien-ffmpeg");
    Files.writeString(mp4, "\0\0\0\u0018ftypisom\0\0\0\0isom");
    assertThatThrownBy(() -> Animations.read(mp4))
        .isInstanceOf(ImageReadException.class)
        .hasMessageStartingWith(mp4 + ": a video, which cannot be read here.")
        .hasMessageContaining("io.github.mien:mien-ffmpeg");
  }

  @Test
  void otherProgramsReadAGif() throws IOException {
    Path file = folder.resolve("disc.gif");
    Animations.write(disc(96, 80, 10, 40), file);

    assertThat(Tool.run("identify", "-format", "%wx%h %T;", file)).contains("96x80 4;");
    assertThat(Tool.run("gifsicle", "--info", file))
        .contains("10 images", "logical screen 96x80", "loop forever", "delay 0.04s");
    assertThat(Tool.run("ffprobe", "-v", "error", "-count_frames", "-show_streams", file))
        .contains("nb_read_frames=10");
    Tool.run("convert", file, "-coalesce", "+adjoin", folder.resolve("frame-%d.png"));
    List<Frame> read = frames(Animations.read(file));
    for (int i = 0; i < 10; i++) {
      Image frame = Images.read(folder.resolve("frame-" + i + ".png"));
      assertThat(psnr(read.get(i).image(), frame)).as("frame %d", i).isInfinite();
    }
  }

  @ParameterizedTest
  @MethodSource("encoders")
  void threeHundredFramesAreNeverInMemoryTogether(AnimationEncoder encoder) throws IOException {
    List<WeakReference<Image>> alive = new ArrayList<>();
    Animation long300 =
        Animation.of(
            32,
            32,
            () -> {
              FrameSource frames = disc(32, 32, 300, 40).open();
              return () -> {
                Frame frame = frames.next();
                if (frame != null) {
                  alive.add(new WeakReference<>(frame.image()));
                }
                if (alive.size() % 100 == 99) {
                  System.gc();
                  assertThat(alive.stream().filter(f -> f.get() != null).count()).isLessThan(20);
                }
                return frame;
              };
            });

    encoder.encode(long300, OutputStream.nullOutputStream());

    assertThat(alive.size()).isGreaterThanOrEqualTo(300);
  }

  @ParameterizedTest
  @MethodSource("encoders")
  void aSourceMayDrawAllFramesOnOnePicture(AnimationEncoder encoder) throws IOException {
    Animation fresh = disc(48, 48, 6, 40);
    Image canvas = Image.create(48, 48, 3);
    Animation reused =
        fresh.map(
            48,
            48,
            image -> {
              image.copyTo(canvas);
              return canvas;
            });

    assertThat(encode(encoder, reused)).isEqualTo(encode(encoder, fresh));
  }

  @ParameterizedTest
  @MethodSource("encoders")
  void noFrameAtAllIsAnErrorAndNoFile(AnimationEncoder encoder) throws IOException {
    Path file = folder.resolve("none");

    assertThatThrownBy(() -> Animations.write(Animation.of(8, 8, () -> () -> null), encoder, file))
        .isInstanceOf(ImageWriteException.class)
        .hasMessage(file + ": writing failed: the animation has no frame");
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @MethodSource("encoders")
  void aSourceThatFailsLeavesNothingBehind(AnimationEncoder encoder) throws IOException {
    Animation broken =
        disc(32, 32, 9, 40)
            .map(
                32,
                32,
                image -> {
                  if (image.sample(16, 20, 0) != 0) {
                    throw new IllegalStateException("camera lost");
                  }
                  return image;
                });

    assertThatThrownBy(() -> Animations.write(broken, encoder, folder.resolve("x")))
        .hasMessage("camera lost");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void framesOfAnotherSizeAreRefused() {
    Animation mixed =
        Animation.of(
            List.of(new Frame(Image.create(8, 8, 3), 40), new Frame(Image.create(8, 9, 3), 40)));

    assertThatThrownBy(() -> encode(GifEncoder.BEST, mixed))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("frame 2 has 8 x 9");
  }

  @Test
  void namesAndPlacesThatCannotBeWrittenAreSaidBefore() {
    assertThatThrownBy(() -> Animations.requireWritable(folder.resolve("a.mp3")))
        .hasMessageEndingWith(
            "animations are written as .gif, .png, .apng, .webp, .mp4 or .webm; choose one of"
                + " these");
    assertThatThrownBy(() -> Animations.requireWritable(folder.resolve("none").resolve("a.gif")))
        .hasMessageContaining("does not exist");
  }

  @Test
  void aGifCutShortAnywhereIsOneLine() throws IOException {
    byte[] gif = encode(GifEncoder.BEST, disc(24, 24, 4, 40));
    for (int length = 1; length < gif.length; length += length < 60 ? 1 : 97) {
      Path file = Files.write(folder.resolve("cut.gif"), Arrays.copyOf(gif, length));
      assertThatThrownBy(() -> Animations.read(file))
          .as("%d of %d bytes", length, gif.length)
          .isInstanceOf(ImageReadException.class)
          .hasMessageStartingWith(file + ": ")
          .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    }
  }

  /** Few colours, with holes, some frames smaller than others. */
  private static Animation random(Random random) {
    int[] colors = random.ints(2 + random.nextInt(200), 0, 1 << 24).toArray();
    Image picture = Image.create(17, 13, 4);
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      int changes = 1 + random.nextInt(17 * 13);
      for (int n = 0; n < changes; n++) {
        int at = 4 * random.nextInt(17 * 13);
        int color = colors[random.nextInt(colors.length)];
        picture.data()[at] = (byte) (color >> 16);
        picture.data()[at + 1] = (byte) (color >> 8);
        picture.data()[at + 2] = (byte) color;
        picture.data()[at + 3] = (byte) (random.nextInt(3) == 0 ? 0 : 255);
      }
      // So that no two frames are the same.
      picture.data()[0] = (byte) (colors[0] >> 16);
      picture.data()[1] = (byte) (colors[0] >> 8);
      picture.data()[2] = (byte) colors[0];
      picture.data()[3] = (byte) (i % 2 == 0 ? 255 : 0);
      frames.add(new Frame(picture.copy(), 40));
    }
    return Animation.of(frames);
  }

  private static List<Integer> webpDelays(byte[] webp) {
    ByteBuffer riff = ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN);
    List<Integer> delays = new ArrayList<>();
    for (int at = 12; at < webp.length; at += 8 + riff.getInt(at + 4) + (riff.getInt(at + 4) & 1)) {
      if (riff.getInt(at) == 0x464d4e41) {
        delays.add(riff.getInt(at + 8 + 12) & 0xffffff);
      }
    }
    return delays;
  }

  private static byte[] encode(AnimationEncoder encoder, Animation animation) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    encoder.encode(animation, out);
    return out.toByteArray();
  }
}
