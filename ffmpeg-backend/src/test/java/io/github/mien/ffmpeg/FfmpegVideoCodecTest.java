package io.github.mien.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mien.image.Animation;
import io.github.mien.image.Frame;
import io.github.mien.image.FrameSource;
import io.github.mien.image.Image;
import io.github.mien.image.Metadata;
import io.github.mien.image.io.Animations;
import io.github.mien.image.io.ImageReadException;
import io.github.mien.image.io.ImageReadException.Kind;
import io.github.mien.image.io.ImageWriteException;
import io.github.mien.image.io.VideoCodec;
import io.github.mien.image.io.VideoEncoder;
import io.github.mien.provider.Availability;
import io.github.mien.testkit.Tool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FfmpegVideoCodecTest {
  private static final int CLUSTER = 0x1f43b675;
  private static final int SEGMENT = 0x18538067;

  @TempDir Path folder;

  private Path write(String name, Animation animation) throws IOException {
    Path file = folder.resolve(name);
    Animations.write(animation, file);
    return file;
  }

  @Test
  void isFoundAndSaysWhatItIs() {
    VideoCodec codec = VideoCodec.discover().choose();
    Availability state = codec.probe();

    assertThat(codec.name()).isEqualTo("ffmpeg");
    assertThat(state.available()).isTrue();
    assertThat(state.detail()).startsWith("FFmpeg ").contains("LGPL", "libopenh264");
    assertThat(VideoEncoder.isAvailable()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.mp4", "a.webm", "影片.mp4"})
  void whatIsWrittenIsReadWithItsPixelsAndExactTimes(String name) throws IOException {
    Animation clip = Clips.of(160, 96, 9, 3, 33, 34, 33, 120);

    Animation read = Animations.read(write(name, clip));

    assertThat(read.width()).isEqualTo(160);
    assertThat(read.height()).isEqualTo(96);
    assertThat(Clips.millis(read)).containsExactly(33, 34, 33, 120, 33, 34, 33, 120, 33);
    assertClose(read, clip);
    assertThat(Clips.millis(read)).as("gone through again").hasSize(9);
  }

  private static void assertClose(Animation read, Animation clip) throws IOException {
    try (FrameSource got = read.open();
        FrameSource wanted = clip.open()) {
      for (Frame frame = wanted.next(); frame != null; frame = wanted.next()) {
        assertThat(psnr(got.next().image(), frame.image())).isGreaterThan(32);
      }
      assertThat(got.next()).isNull();
    }
  }

  /** Over red, green and blue where the wanted picture is opaque. */
  private static double psnr(Image got, Image wanted) {
    double sum = 0;
    int count = 0;
    for (int y = 0; y < wanted.height(); y++) {
      for (int x = 0; x < wanted.width(); x++) {
        for (int c = 0; c < 3; c++) {
          double difference = got.sample(x, y, c) - wanted.sample(x, y, c);
          sum += difference * difference;
          count++;
        }
      }
    }
    return 10 * Math.log10(255 * 255 / Math.max(1e-9, sum / count));
  }

  @Test
  void closingTwiceIsFineAndNothingComesAfterwards() throws IOException {
    FrameSource frames = Animations.read(write("a.mp4", Clips.of(64, 64, 3, 3, 40))).open();
    assertThat(frames.next()).isNotNull();
    frames.close();
    frames.close();
    assertThat(frames.next()).isNull();
  }

  @Test
  void webmKeepsTransparencyAndMp4LaysItOnWhite() throws IOException {
    Animation clip = Clips.of(128, 64, 3, 4, 40);

    try (FrameSource frames = Animations.read(write("a.webm", clip)).open()) {
      Image image = frames.next().image();
      assertThat(image.hasAlpha()).isTrue();
      assertThat(image.sample(4, 40, 3)).isLessThan(8);
      assertThat(image.sample(64, 20, 3)).isGreaterThan(247);
    }
    try (FrameSource frames = Animations.read(write("a.mp4", clip)).open()) {
      Image image = frames.next().image();
      assertThat(image.hasAlpha()).isFalse();
      assertThat(image.sample(4, 40, 2)).isGreaterThan(245);
    }
  }

  @Test
  void oddSizesAreKeptByWebmAndFilledUpByMp4() throws IOException {
    Animation clip = Clips.of(101, 67, 2, 3, 40);

    Animation webm = Animations.read(write("a.webm", clip));
    Animation mp4 = Animations.read(write("a.mp4", clip));

    assertThat(webm.toString()).startsWith("101 x 67");
    assertThat(mp4.toString()).startsWith("102 x 68");
    assertClose(mp4, clip);
  }

  @Test
  void otherPeoplesProgramsAgree() throws IOException {
    Animation clip = Clips.of(128, 64, 10, 3, 50);
    String[] show = {"-v", "error", "-count_frames", "-show_streams", "-show_format"};

    assertThat(Tool.run("ffprobe", with(show, write("a.mp4", clip))))
        .contains("codec_name=h264", "width=128", "height=64", "nb_read_frames=10")
        .contains("duration=0.500000", "avg_frame_rate=20/1", "color_space=bt709");
    assertThat(Tool.run("ffprobe", with(show, write("a.webm", clip))))
        .contains("codec_name=vp9", "width=128", "height=64", "nb_read_frames=10")
        .contains("duration=0.500000", "avg_frame_rate=20/1", "color_space=bt709");
  }

  private static Object[] with(Object[] arguments, Object last) {
    Object[] all = Arrays.copyOf(arguments, arguments.length + 1, Object[].class);
    all[arguments.length] = last;
    return all;
  }

  private static final Metadata SAID =
      new Metadata(
          "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF"
              + " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description"
              + " rdf:about='' xmlns:dc='http://purl.org/dc/elements/1.1/'"
              + " dc:source='drawn 画'/></rdf:RDF></x:xmpmeta>");

  @ParameterizedTest
  @ValueSource(strings = {"a.mp4", "a.webm"})
  void aVideoHoldsWhatIsSaidOfIt(String name) throws IOException {
    Path file = write(name, Clips.of(64, 64, 2, 3, 40).withMetadata(SAID));

    assertThat(Animations.metadata(file)).isEqualTo(SAID);
    assertThat(Clips.millis(Animations.read(file))).containsExactly(40, 40);
    assertThat(Animations.metadata(write("plain-" + name, Clips.of(64, 64, 2, 3, 40))).isEmpty())
        .isTrue();
    byte[] whole = Files.readAllBytes(file);
    for (int length = 16; length < whole.length; length += 131) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(Animations.metadata(file)).isIn(SAID, Metadata.NONE);
    }
  }

  @Test
  void otherProgramsReadWhatIsSaid() throws IOException {
    Animation said = Clips.of(64, 64, 2, 3, 40).withMetadata(SAID);
    Path webm = write("a.webm", said);
    Path mp4 = write("a.mp4", said);

    assertThat(Tool.run("ffprobe", "-v", "error", "-show_format", webm)).contains("TAG:XMP=<x:xmp");
    assertThat(Tool.run("exiftool", "-s3", "-XMP-dc:Source", mp4).trim()).isEqualTo("drawn 画");
  }

  /** A Matroska that does not know its own length, as programs write to a pipe. */
  @Test
  void aTagIsFoundInAFileOfOtherPrograms() throws IOException {
    Path file = folder.resolve("live.mkv");
    String[] make = {
      "-v",
      "error",
      "-f",
      "lavfi",
      "-i",
      "testsrc=size=64x64:duration=0.2",
      "-metadata",
      "XMP=" + SAID.xmp(),
      "-c:v",
      "mpeg4",
      "-live",
      "1",
      "-f",
      "matroska",
      file.toString()
    };
    Tool.run("ffmpeg", (Object[]) make);

    assertThat(Animations.metadata(file)).isEqualTo(SAID);
  }

  /** 30000/1001 frames a second, shown in another order than stored, pixels twice as wide. */
  @Test
  void filesOfOtherProgramsAreRead() throws IOException {
    Path file = folder.resolve("other.mp4");
    String source = "testsrc=size=96x64:rate=30000/1001:duration=1.001,setsar=2";
    Tool.run(
        "ffmpeg",
        "-v",
        "error",
        "-f",
        "lavfi",
        "-i",
        source,
        "-f",
        "lavfi",
        "-i",
        "sine=duration=1",
        "-c:v",
        "mpeg4",
        "-bf",
        "2",
        "-shortest",
        file);

    Animation read = Animations.read(file);

    assertThat(read.toString()).startsWith("192 x 64");
    assertThat(Clips.millis(read)).hasSize(30).containsOnly(33, 34);
    assertThat(Clips.millis(read).stream().mapToInt(i -> i).sum()).isEqualTo(1001);
  }

  @Test
  void rotationOfTheCameraIsUndone() throws IOException {
    Path file = write("a.mp4", Clips.of(128, 64, 2, 3, 40));
    byte[] bytes = Files.readAllBytes(file);
    int matrix = indexOf(bytes, "tkhd") + 4 + 40;
    ByteBuffer quarter = ByteBuffer.wrap(bytes, matrix, 36);
    for (int value : new int[] {0, 1 << 16, 0, -(1 << 16), 0, 0, 64 << 16, 0, 1 << 30}) {
      quarter.putInt(value);
    }
    Files.write(file, bytes);

    Animation read = Animations.read(file);

    assertThat(read.toString()).startsWith("64 x 128");
    try (FrameSource frames = read.open()) {
      Image image = frames.next().image();
      assertThat(image.sample(60, 4, 0)).as("red was upper left").isGreaterThan(180);
      assertThat(image.sample(4, 4, 0)).isLessThan(140);
    }
  }

  private static int indexOf(byte[] bytes, String name) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.mp4", "a.webm"})
  void aFileThatWasCutShortIsDamaged(String name) throws IOException {
    Path file = write(name, Clips.of(128, 64, 20, 3, 40));
    byte[] bytes = Files.readAllBytes(file);

    for (int length : new int[] {20, bytes.length / 2, bytes.length - 1}) {
      Files.write(file, Arrays.copyOf(bytes, length));
      assertDamaged(file);
    }
  }

  private static void assertDamaged(Path file) {
    assertThatThrownBy(() -> Animations.read(file))
        .isInstanceOf(ImageReadException.class)
        .hasMessageStartingWith(file + ": damaged: ")
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1))
        .satisfies(e -> assertThat(((ImageReadException) e).kind()).isEqualTo(Kind.DAMAGED));
  }

  @Test
  void aVideoWithoutAFrameIsDamaged() throws IOException {
    Path file = write("a.webm", Clips.of(64, 64, 2, 3, 40));
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    int segment = 0;
    while (bytes.getInt(segment) != SEGMENT) {
      segment++;
    }
    int cluster = segment;
    while (bytes.getInt(cluster) != CLUSTER) {
      cluster++;
    }
    bytes.putLong(segment + 4, 0x01ffffffffffffffL);
    Files.write(file, Arrays.copyOf(bytes.array(), cluster));

    assertDamaged(file);
  }

  @Test
  void whatOnlyBeginsLikeAVideoIsDamaged() throws IOException {
    byte[] mp4 = Arrays.copyOf("....ftypisom".getBytes(StandardCharsets.US_ASCII), 400);
    assertDamaged(Files.write(folder.resolve("a.mp4"), mp4));
    byte[] webm = new byte[400];
    ByteBuffer.wrap(webm).putInt(0x1a45dfa3);
    assertDamaged(Files.write(folder.resolve("a.webm"), webm));
    Path empty = Files.write(folder.resolve("empty.mp4"), new byte[0]);
    assertThatThrownBy(() -> Animations.read(empty)).hasMessage(empty + ": the file is empty");
    Path missing = folder.resolve("missing.mp4");
    assertThatThrownBy(() -> Animations.read(missing)).hasMessage(missing + ": no such file");
  }

  @Test
  void framesThatCannotBeHadLeaveNoFile() throws IOException {
    Animation nothing = Animation.of(64, 64, () -> () -> null);
    Animation breaks =
        Animation.of(
            64,
            64,
            () -> {
              FrameSource two = Clips.of(64, 64, 2, 3, 40).open();
              return () -> {
                Frame frame = two.next();
                if (frame == null) {
                  throw new IOException("no more");
                }
                return frame;
              };
            });
    Path file = folder.resolve("a.mp4");

    assertThatThrownBy(() -> Animations.write(nothing, file))
        .isInstanceOf(ImageWriteException.class)
        .hasMessageContaining("the animation has no frame");
    assertThatThrownBy(() -> Animations.write(breaks, file)).hasMessageContaining("no more");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void lessQualityMakesSmallerFiles() throws IOException {
    Animation clip = Clips.of(160, 96, 5, 3, 40);
    for (VideoEncoder.Container format : VideoEncoder.Container.values()) {
      assertThat(size(clip, new VideoEncoder(format, 20)))
          .isLessThan(size(clip, new VideoEncoder(format, 95)));
    }
  }

  private static int size(Animation clip, VideoEncoder encoder) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    encoder.encode(clip, out);
    return out.size();
  }

  /** 300 frames are 83 MB. */
  @Test
  void framesAreNeverInMemoryTogether() throws Exception {
    Path file = write("long.mp4", Clips.of(320, 288, 300, 3, 33));
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process small =
        new ProcessBuilder(
                java.toString(),
                "-Xmx24m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                SmallHeap.class.getName(),
                file.toString(),
                folder.resolve("copy.mp4").toString())
            .redirectErrorStream(true)
            .start();
    String printed = new String(small.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(small.waitFor()).as(printed).isZero();
    assertThat(printed).contains("300 frames");
  }
}
