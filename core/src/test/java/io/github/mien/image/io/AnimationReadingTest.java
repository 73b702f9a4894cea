package io.github.mien.image.io;

import static io.github.mien.image.io.TestAnimations.disc;
import static io.github.mien.image.io.TestAnimations.frames;
import static io.github.mien.image.io.TestAnimations.psnr;
import static io.github.mien.image.io.TestAnimations.visible;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mien.image.Animation;
import io.github.mien.image.Frame;
import io.github.mien.image.FrameSource;
import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import io.github.mien.image.io.Placement.Disposal;
import io.github.mien.testkit.Tool;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Animated PNG and WebP; GIF and what all formats share is in {@link AnimationWritingTest}. */
class AnimationReadingTest {
  private static final int WIDTH = 26;
  private static final int HEIGHT = 18;

  @TempDir Path folder;

  private Animation read(byte[] file) throws IOException {
    return Animations.read(Files.write(folder.resolve("file"), file));
  }

  @ParameterizedTest
  @CsvSource({"disc.webp, 33", "disc.apng, 33", "disc.png, 140", "disc.webp, 11"})
  void whatIsWrittenIsReadFrameByFrameWithExactDelays(String name, int millis) throws IOException {
    Animation disc = disc(66, 50, 9, millis).withLoops(5);
    Path file = folder.resolve(name);

    Animations.write(disc, file);

    Animation read = Animations.read(file);
    assertThat(read.loops()).isEqualTo(5);
    assertThat(frames(read)).hasSize(9).extracting(Frame::millis).containsOnly(millis);
    assertThat(frames(read)).as("gone through again").hasSize(9);
    for (int i = 0; i < 9; i++) {
      Image wanted = frames(disc).get(i).image();
      double least = name.endsWith("webp") ? 34 : Double.MAX_VALUE;
      assertThat(psnr(wanted, frames(read).get(i).image())).as("frame %d", i).isGreaterThan(least);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void shadesOfTransparencyThatComeAndGoAreKept(long seed) throws IOException {
    Animation ghosts = ghosts(new Random(seed));
    for (AnimationEncoder encoder : List.of(ApngEncoder.BEST, WebpEncoder.LOSSLESS)) {
      Path file = folder.resolve("ghosts");
      Animations.write(ghosts, encoder, file);

      List<Frame> wanted = frames(ghosts);
      List<Frame> read = frames(Animations.read(file));
      assertThat(read).hasSameSizeAs(wanted);
      for (int i = 0; i < wanted.size(); i++) {
        assertThat(visible(read.get(i).image())).isEqualTo(visible(wanted.get(i).image()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void framesAreMixedAndDisposedOfAsTheSpecificationsSay(long seed) throws IOException {
    Random random = new Random(seed);
    List<StoredFrame> png = StoredFrame.random(random, WIDTH, HEIGHT, Disposal.values());
    List<StoredFrame> webp =
        StoredFrame.random(random, WIDTH, HEIGHT, Disposal.KEEP, Disposal.CLEAR);

    assertSeen(read(StoredFrame.apng(png, WIDTH, HEIGHT, 1, 25)), png);
    assertSeen(read(StoredFrame.webp(webp, WIDTH, HEIGHT, 40)), webp);
  }

  private static void assertSeen(Animation read, List<StoredFrame> stored) throws IOException {
    List<Image> seen = StoredFrame.seen(stored, WIDTH, HEIGHT);
    assertThat(read.loops()).isEqualTo(3);
    assertThat(frames(read)).hasSameSizeAs(seen);
    for (int i = 0; i < seen.size(); i++) {
      assertThat(frames(read).get(i).millis()).isEqualTo(40);
      assertSame(frames(read).get(i).image(), seen.get(i), 1, i);
    }
  }

  /** To within some levels, where it is not wholly transparent. */
  private static void assertSame(Image read, Image wanted, int levels, int frame) {
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        boolean hidden = wanted.sample(x, y, 3) == 0;
        for (int c = hidden ? 3 : 0; c < 4; c++) {
          assertThat(read.sample(x, y, c))
              .as("frame %d, column %d, row %d, channel %d", frame, x, y, c)
              .isBetween(wanted.sample(x, y, c) - levels, wanted.sample(x, y, c) + levels);
        }
      }
    }
  }

  @Test
  void otherProgramsSeeTheSame() throws IOException {
    Random random = new Random(9);
    List<StoredFrame> stored =
        StoredFrame.random(random, WIDTH, HEIGHT, Disposal.KEEP, Disposal.CLEAR);
    Path png = folder.resolve("a.apng");
    Path webp = folder.resolve("a.webp");
    Files.write(png, StoredFrame.apng(stored, WIDTH, HEIGHT, 1, 25));
    // ImageMagick 6 lays frames only over each other, and without shades.
    List<StoredFrame> plain = stored.stream().map(AnimationReadingTest::plain).toList();
    Files.write(webp, StoredFrame.webp(plain, WIDTH, HEIGHT, 40));

    assertThat(Tool.run("webpinfo", webp)).contains("No error detected");
    Tool.run("convert", webp, "-coalesce", "+adjoin", folder.resolve("webp-%d.png"));
    String frame = folder.resolve("png-%d.png").toString();
    String[] decode = {"-v", "error", "-i", png.toString(), "-start_number", "0", frame};
    Tool.run("ffmpeg", (Object[]) decode);
    List<Frame> ofPng = frames(Animations.read(png));
    List<Frame> ofWebp = frames(Animations.read(webp));
    for (int i = 0; i < stored.size(); i++) {
      Image other = Images.read(folder.resolve("webp-" + i + ".png"));
      assertSame(ofWebp.get(i).image(), other, 3, i);
      other = Images.read(folder.resolve("png-" + i + ".png"));
      assertSame(ofPng.get(i).image(), other, 3, i);
    }
  }

  private static StoredFrame plain(StoredFrame frame) {
    Image pixels = frame.pixels().copy();
    for (int i = 3; i < pixels.data().length; i += 4) {
      pixels.data()[i] = (byte) (pixels.data()[i] < 0 ? 255 : 0);
    }
    return new StoredFrame(pixels, frame.x(), frame.y(), true, frame.disposal());
  }

  /** Frames with losses and a compressed channel of transparency, with each of its filters. */
  @ParameterizedTest
  @CsvSource({"none, 0", "none, 1", "fast, 1", "best, 1"})
  void framesOfLibwebpWithTransparencyAreRead(String filter, int method) throws IOException {
    Image picture = TestAnimations.picture(90, 70, 0);
    Image soft = Image.create(90, 70, 4);
    for (int i = 0; i < 90 * 70; i++) {
      System.arraycopy(picture.data(), 3 * i, soft.data(), 4 * i, 3);
      soft.data()[4 * i + 3] = (byte) Math.min(255, 3 * (i % 90) + i / 90);
    }
    Path png = folder.resolve("soft.png");
    Path still = folder.resolve("still.webp");
    Images.write(soft, png);
    String[] alpha = {"-alpha_filter", filter, "-alpha_method", String.valueOf(method)};
    List<Object> arguments = new ArrayList<>(List.of("-quiet", "-q", "90", "-exact"));
    arguments.addAll(List.of(alpha));
    arguments.addAll(List.of(png, "-o", still));
    Tool.run("cwebp", arguments.toArray());
    StoredFrame frame = new StoredFrame(soft, 4, 2, true, Disposal.KEEP);
    List<byte[]> stills = List.of(Files.readAllBytes(still));

    Image read =
        frames(read(StoredFrame.webp(List.of(frame), stills, 96, 72, 40, new byte[0])))
            .get(0)
            .image();

    assertThat(read.sample(3, 2, 3)).isZero();
    for (int y = 0; y < 70; y++) {
      for (int x = 0; x < 90; x++) {
        assertThat(read.sample(x + 4, y + 2, 3))
            .as("column %d, row %d", x, y)
            .isEqualTo(soft.sample(x, y, 3));
      }
    }
    Image part = read.view(new Rect(4, 2, 90, 70));
    assertThat(psnr(part, soft)).isGreaterThan(33);
  }

  @Test
  void colourProfilesAndOrientationAreApplied() throws IOException {
    byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    Image pixels = Image.create(WIDTH, HEIGHT, 4);
    Arrays.fill(pixels.data(), (byte) 120);
    for (int i = 3; i < pixels.data().length; i += 4) {
      pixels.data()[i] = -1;
    }
    pixels.data()[0] = 0;
    List<StoredFrame> frames = List.of(new StoredFrame(pixels, 0, 0, true, Disposal.KEEP));
    byte[] png = StoredFrame.apng(frames, WIDTH, HEIGHT, 1, 25);
    png = PictureFiles.withChunk(png, "iCCP", PictureFiles.iccp(linear));
    png = PictureFiles.withChunk(png, "eXIf", PictureFiles.exif(6));
    byte[] more =
        PictureFiles.join(
            WebpChunk.write("ICCP", linear), WebpChunk.write("EXIF", PictureFiles.exif(6)));
    List<byte[]> stills = List.of(WebpPlugin.encode(pixels, 100));
    byte[] webp = StoredFrame.webp(frames, stills, WIDTH, HEIGHT, 40, more);

    for (byte[] file : List.of(png, webp)) {
      Image upright = frames(read(file)).get(0).image();
      assertThat(upright.width()).isEqualTo(HEIGHT);
      assertThat(upright.sample(3, 3, 1)).isBetween(180, 184);
      assertThat(upright.sample(HEIGHT - 1, 0, 0)).isLessThan(20);
      assertThat(Images.read(file).data()).as("as a still").isEqualTo(upright.data());
    }
  }

  @Test
  void asAStillAnAnimatedWebpIsItsFirstFrameOnItsCanvas() throws IOException {
    Image small = TestAnimations.picture(10, 8, 0);
    StoredFrame frame = new StoredFrame(small, 6, 4, false, Disposal.CLEAR);
    byte[] webp = StoredFrame.webp(List.of(frame, frame), WIDTH, HEIGHT, 40);

    Image still = Images.read(webp);

    assertThat(still.width()).isEqualTo(WIDTH);
    assertThat(still.sample(5, 4, 3)).isZero();
    assertThat(still.sample(6, 4, 0)).isEqualTo(small.sample(0, 0, 0));
  }

  @ParameterizedTest
  @CsvSource({"1, 30, 1000", "0, 0, 3000", "1, 100, 3000", "11, 1000, 330", "2, 0, 600"})
  void delaysNeverDriftAndThoseThatBrowsersSlowDownAreSlow(int over, int under, int sum)
      throws IOException {
    Image dot = Image.create(2, 2, 4);
    StoredFrame frame = new StoredFrame(dot, 0, 0, true, Disposal.KEEP);
    List<StoredFrame> frames = Collections.nCopies(30, frame);

    Animation read = read(StoredFrame.apng(frames, 2, 2, over, under));

    int[] millis = frames(read).stream().mapToInt(Frame::millis).toArray();
    assertThat(Arrays.stream(millis).sum()).isEqualTo(sum);
    assertThat(Arrays.stream(millis).max().orElse(0) - Arrays.stream(millis).min().orElse(0))
        .isLessThanOrEqualTo(1);
  }

  @Test
  void aDefaultPictureIsNoFrame() throws IOException {
    Image red = Image.create(4, 4, 4);
    Image blue = Image.create(4, 4, 4);
    for (int i = 0; i < 64; i += 4) {
      red.data()[i] = red.data()[i + 3] = blue.data()[i + 2] = blue.data()[i + 3] = -1;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] still =
        StoredFrame.apng(List.of(new StoredFrame(red, 0, 0, false, Disposal.KEEP)), 4, 4, 1, 25);
    byte[] control = null;
    PngChunks file = new PngChunks(out);
    file.writeSignature();
    for (PngChunk chunk = PngChunk.first(still); !chunk.is("IEND"); chunk = chunk.next(still)) {
      if (chunk.is("fcTL")) {
        control = Arrays.copyOfRange(still, chunk.from(), chunk.from() + chunk.length());
      } else {
        file.write(chunk.type(), still, chunk.from(), chunk.length());
      }
    }
    file.write("fcTL", control);
    byte[] pixels = PngRows.compress(PngRows.of(blue, 4), true);
    file.write("fdAT", PictureFiles.join(new byte[] {0, 0, 0, 1}, pixels));
    file.writeEnd();

    assertThat(Images.read(out.toByteArray()).sample(0, 0, 0)).isEqualTo(255);
    List<Frame> frames = frames(read(out.toByteArray()));
    assertThat(frames).hasSize(1);
    assertThat(frames.get(0).image().sample(0, 0, 2)).isEqualTo(255);
  }

  @ParameterizedTest
  @ValueSource(strings = {"long.apng", "long.webp", "long.gif"})
  void threeHundredFramesFitIntoLittleMemory(String name) throws Exception {
    Path file = folder.resolve(name);
    AnimationEncoder encoder =
        name.endsWith("webp")
            ? new WebpEncoder(50)
            : name.endsWith("gif") ? GifEncoder.BEST.withLoss(30) : ApngEncoder.BEST.withColors(16);
    Animations.write(blinking(), encoder, file);
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");

    // Together the frames are 79 MB.
    Process small =
        new ProcessBuilder(
                java.toString(),
                "-Xmx16m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                CountFrames.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    String printed = new String(small.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(small.waitFor()).as(printed).isZero();
    assertThat(printed).contains("300 frames");
  }

  /** A large still picture with a small square that goes on and off. */
  private static Animation blinking() {
    int side = 256;
    return Animation.of(
        side,
        side,
        () ->
            new FrameSource() {
              private final Image picture = TestAnimations.picture(side, side, 0);
              private int next;

              @Override
              public Frame next() {
                if (next == 300) {
                  return null;
                }
                for (int y = 0; y < 24; y++) {
                  byte level = (byte) (next % 2 == 0 ? 0 : 255);
                  Arrays.fill(picture.data(), picture.index(8, y), picture.index(32, y), level);
                }
                next++;
                return new Frame(picture, 40);
              }
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut.apng", "cut.webp"})
  void aFileCutShortAnywhereIsOneLine(String name) throws IOException {
    Path file = folder.resolve(name);
    Animations.write(disc(24, 24, 4, 40), file);
    byte[] whole = Files.readAllBytes(file);
    for (int length = 1; length < whole.length; length += length < 120 ? 1 : 97) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> Animations.read(file))
          .as("%d of %d bytes", length, whole.length)
          .isInstanceOf(ImageReadException.class)
          .hasMessageStartingWith(file + ": ")
          .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
      if (length >= 12) {
        assertThatThrownBy(() -> Animations.read(file))
            .hasMessage(file + ": damaged: the file ends too early");
      }
    }
  }

  /** Whatever is broken is one line, at the latest when the frame is wanted. */
  @ParameterizedTest
  @ValueSource(strings = {"bad.apng", "bad.webp"})
  void brokenBytesAreAnErrorOfReadingOrAnotherPicture(String name) throws IOException {
    Path file = folder.resolve(name);
    Animations.write(disc(24, 24, 4, 40), file);
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(5);
    for (int i = 0; i < 300; i++) {
      byte[] broken = whole.clone();
      broken[12 + random.nextInt(whole.length - 12)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, broken);
      try {
        frames(Animations.read(file));
      } catch (ImageReadException e) {
        assertThat(e.getMessage().lines()).hasSize(1);
      }
    }
  }

  @Test
  void aFrameThatIsNotWhatItSaysIsNamed() throws IOException {
    Image small = TestAnimations.picture(10, 8, 0);
    StoredFrame fits = new StoredFrame(small, 6, 4, false, Disposal.KEEP);
    StoredFrame out = new StoredFrame(small, 20, 4, false, Disposal.KEEP);
    assertDamaged(
        StoredFrame.webp(List.of(fits, out), WIDTH, HEIGHT, 40), "sticks out of its canvas");
    assertDamaged(
        StoredFrame.apng(List.of(alpha(fits), alpha(out)), WIDTH, HEIGHT, 1, 25),
        "sticks out of its canvas");
    assertDamaged(StoredFrame.webp(List.of(), WIDTH, HEIGHT, 40), "without a frame");
    byte[] more = StoredFrame.apng(List.of(alpha(fits), alpha(fits)), WIDTH, HEIGHT, 1, 25);
    more[8 + 25 + 8 + 3] = 3;
    assertDamaged(more, "of 3 frames 2 are there");
    List<byte[]> wrong = List.of(WebpPlugin.encode(TestAnimations.picture(12, 8, 0), 100));
    Animation other = read(StoredFrame.webp(List.of(fits), wrong, WIDTH, HEIGHT, 40, new byte[0]));
    assertThatThrownBy(() -> frames(other))
        .isInstanceOf(ImageReadException.class)
        .hasMessage("frame 1: damaged: a lossless WebP that contradicts itself");
  }

  private static StoredFrame alpha(StoredFrame frame) {
    Image pixels = Image.create(frame.pixels().width(), frame.pixels().height(), 4);
    return new StoredFrame(pixels, frame.x(), frame.y(), frame.over(), frame.disposal());
  }

  private void assertDamaged(byte[] file, String message) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(ImageReadException.class)
        .hasMessageContaining("damaged: ")
        .hasMessageContaining(message);
  }

  /** Pixels of all transparencies, of which some change from frame to frame. */
  private static Animation ghosts(Random random) {
    Image picture = Image.create(17, 13, 4);
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      int changes = 1 + random.nextInt(17 * 13);
      for (int n = 0; n < changes; n++) {
        byte[] pixel = new byte[4];
        random.nextBytes(pixel);
        System.arraycopy(pixel, 0, picture.data(), 4 * random.nextInt(17 * 13), 4);
      }
      // So that no two frames are the same.
      picture.data()[3] = (byte) (i % 2 == 0 ? 255 : 0);
      frames.add(new Frame(picture.copy(), 40));
    }
    return Animation.of(frames);
  }
}
