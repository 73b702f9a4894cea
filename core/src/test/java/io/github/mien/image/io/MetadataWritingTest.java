package io.github.mien.image.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mien.image.Animation;
import io.github.mien.image.Image;
import io.github.mien.image.Metadata;
import io.github.mien.image.Rect;
import io.github.mien.testkit.Tool;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataWritingTest {
  private static final Metadata SAID =
      new Metadata(
          "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF"
              + " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description"
              + " rdf:about='' xmlns:dc='http://purl.org/dc/elements/1.1/'"
              + " dc:source='drawn 画'/></rdf:RDF></x:xmpmeta>");

  private static final Rect HALF = new Rect(0, 0, 20, 15);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"out.png", "out.jpg"})
  void whatIsSaidOfAPictureComesBackAndThePixelsStay(String name) throws IOException {
    Image image = noise(37, 23);
    Path plain = folder.resolve("plain-" + name);
    Path said = folder.resolve(name);

    Images.write(image, plain);
    Images.write(image, said, SAID);

    assertThat(Images.metadata(said)).isEqualTo(SAID);
    assertThat(Images.metadata(plain)).isEqualTo(Metadata.NONE);
    assertThat(Images.read(said).data()).isEqualTo(Images.read(plain).data());
  }

  @ParameterizedTest
  @ValueSource(strings = {"gif", "png", "jpeg"})
  void otherProgramsFilesTakeItAsWell(String format) throws IOException {
    BufferedImage picture = new BufferedImage(9, 7, BufferedImage.TYPE_3BYTE_BGR);
    byte[] plain = PictureFiles.write(picture, format);

    byte[] said = add(SAID, plain, 1);

    assertThat(XmpPacket.find(said)).isEqualTo(SAID);
    assertThat(Images.read(said).data()).isEqualTo(Images.read(plain).data());
    assertThat(said).hasSizeGreaterThan(plain.length + SAID.xmp().length());
  }

  @ParameterizedTest
  @ValueSource(strings = {"lossy.webp", "lossless-alpha.webp"})
  void aWebpTakesItInAChunkOfItsOwn(String name) throws IOException {
    byte[] plain = resource(name);

    byte[] said = add(SAID, plain, 1000);
    byte[] again = add(SAID, said, 1000);

    assertThat(XmpPacket.find(plain)).isEqualTo(Metadata.NONE);
    assertThat(XmpPacket.find(said)).isEqualTo(SAID);
    assertThat(Images.read(said).data()).isEqualTo(Images.read(plain).data());
    assertThat(new String(again, 12, 4, StandardCharsets.US_ASCII)).isEqualTo("VP8X");
    Path file = Files.write(folder.resolve(name), said);
    assertThat(Tool.run("webpinfo", file)).contains("XMP: 1", "No error detected");
  }

  @ParameterizedTest
  @ValueSource(strings = {"out.gif", "out.apng", "out.webp"})
  void anAnimationKeepsWhatIsSaidOfIt(String name) throws IOException {
    Animation disc = TestAnimations.disc(40, 30, 5, 60).withMetadata(SAID);
    Path file = folder.resolve(name);

    Animations.write(disc.withLoops(3).map(20, 15, frame -> frame.view(HALF).copy()), file);

    assertThat(Images.metadata(file)).isEqualTo(SAID);
    assertThat(Images.read(file).bounds()).isEqualTo(HALF);
    if (name.endsWith(".gif")) {
      assertThat(Animations.count(Animations.read(file))).isEqualTo(5);
      assertThat(Animations.read(file).loops()).isEqualTo(3);
    } else if (name.endsWith(".webp")) {
      assertThat(Tool.run("webpinfo", file)).contains("XMP: 1", "No error detected");
    }
    Animations.write(TestAnimations.disc(40, 30, 5, 60), file);
    assertThat(Images.metadata(file)).isEqualTo(Metadata.NONE);
  }

  @Test
  void aVideoEndsWithWhatIsSaidOfIt() throws IOException {
    assumeTrue(VideoEncoder.isAvailable(), "skipped: there is no ffmpeg");
    Path file = folder.resolve("out.mp4");

    Animations.write(TestAnimations.disc(40, 30, 5, 60).withMetadata(SAID), file);

    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).contains("drawn");
    assertThat(Tool.run("ffprobe", "-v", "error", "-count_frames", "-show_streams", file))
        .contains("width=40");
    assertThat(Tool.run("exiftool", "-s3", "-XMP-dc:Source", file).trim()).isEqualTo("drawn 画");
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg", "gif"})
  void imageMagickReadsTheFile(String format) throws IOException {
    BufferedImage picture = new BufferedImage(9, 7, BufferedImage.TYPE_3BYTE_BGR);
    byte[] said = add(SAID, PictureFiles.write(picture, format), 100);
    Path file = Files.write(folder.resolve("said." + format), said);

    assertThat(Tool.run("identify", "-regard-warnings", "-verbose", file)).contains("9x7");
    if (format.equals("jpeg")) {
      // Of these three, ImageMagick 6 shows the packet of a JPEG alone.
      Path packet = folder.resolve("packet.xmp");
      Tool.run("convert", file, "xmp:" + packet);
      assertThat(packet).content().isEqualTo(SAID.xmp());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg", "gif"})
  void aFileThatIsCutShortAnywhereSaysNothingRatherThanFail(String format) throws IOException {
    byte[] said =
        add(
            SAID,
            PictureFiles.write(new BufferedImage(9, 7, BufferedImage.TYPE_3BYTE_BGR), format),
            1000);

    for (int length = 12; length < said.length; length++) {
      Metadata found = XmpPacket.find(Arrays.copyOf(said, length));
      assertThat(SAID.xmp()).as("%d bytes", length).startsWith(found.xmp());
    }
  }

  @Test
  void whatIsNoPictureIsNotWrittenAsOne() {
    assertThatThrownBy(() -> add(SAID, new byte[100], 100)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> add(SAID, new byte[] {'G', 'I', 'F'}, 100))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aPacketThatFitsNoSegmentIsRefused() {
    assertThatThrownBy(() -> new Metadata("x".repeat(70_000)))
        .hasMessage("an XMP packet has at most 65502 bytes, not 70000");
    assertThatThrownBy(() -> new Metadata("\u0001")).hasMessageContaining("no control characters");
  }

  private static byte[] add(Metadata metadata, byte[] file, int step) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    MetadataStream.write(
        metadata,
        bytes,
        out -> {
          for (int at = 0; at < file.length; at += step) {
            out.write(file, at, Math.min(step, file.length - at));
          }
        });
    return bytes.toByteArray();
  }

  private static byte[] resource(String name) throws IOException {
    try (var in =
        Objects.requireNonNull(MetadataWritingTest.class.getResourceAsStream(name), name)) {
      return in.readAllBytes();
    }
  }

  private static Image noise(int width, int height) {
    Image image = Image.create(width, height, 3);
    new Random(3).nextBytes(image.data());
    return image;
  }
}
