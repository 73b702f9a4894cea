package io.github.mien.image.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mien.image.Animation;
import io.github.mien.image.Frame;
import io.github.mien.image.FrameSource;
import io.github.mien.image.Metadata;
import io.github.mien.image.io.ImageReadException.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small files that claim to be large, or are made of more parts than any program writes. */
class HostileFilesTest {
  @TempDir private Path folder;

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("file"), bytes);
  }

  @Test
  void aLosslessWebpOf30BytesGetsNoMemoryForItsPixels() throws IOException {
    byte[] file = webp(WebpChunk.write(WebpChunk.LOSSLESS, lossless(16384, 16384)));

    assertThat(file).hasSizeLessThanOrEqualTo(30);
    assertFails(Kind.TOO_LARGE, "16384 x 16384 pixels; at most", () -> Images.read(file));
  }

  @Test
  void aCanvasIsNoLargerThanAStillPicture() throws IOException {
    byte[] webp = webp(WebpChunk.extendedHeader(WebpChunk.HAS_ANIMATION, 1 << 24, 1 << 24));
    assertFails(Kind.TOO_LARGE, "16777216 x 16777216", () -> Animations.read(file(webp)));

    byte[] png = png(Integer.MAX_VALUE, Integer.MAX_VALUE, 1);
    assertFails(Kind.TOO_LARGE, "2147483647 x 2147483647", () -> Animations.read(file(png)));
  }

  /** The canvas is small; the header of the pixels themselves says otherwise. */
  @Test
  void pixelsAreNotLargerThanTheFileOrTheFrameSays() throws IOException {
    byte[] header =
        ByteBuffer.allocate(20)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(new byte[] {0x10, 0, 0, (byte) 0x9d, 1, 0x2a})
            .putShort((short) 16383)
            .putShort((short) 16383)
            .array();
    byte[] pixels = WebpChunk.write(WebpChunk.LOSSY, header);
    String message = "damaged: 16383 x 16383 pixels instead of 16 x 16";
    byte[] still = webp(WebpChunk.extendedHeader(0, 16, 16), pixels);
    assertFails(Kind.DAMAGED, message, () -> Images.read(still));

    byte[] moving = webp(WebpChunk.extendedHeader(WebpChunk.HAS_ANIMATION, 16, 16), frame(pixels));
    assertFails(
        Kind.DAMAGED, "frame 1: " + message, () -> firstFrame(Animations.read(file(moving))));
  }

  @Test
  void aFrameOfAGifMayStickOutOfItsCanvasButNotWithoutEnd() throws IOException {
    ByteBuffer gif = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    gif.put("GIF89a".getBytes(StandardCharsets.US_ASCII)).putShort((short) 1).putShort((short) 1);
    gif.put(new byte[] {(byte) 0x80, 0, 0, 0, 0, 0, -1, -1, -1});
    byte[] pixel = {2, 2, 0x44, 1, 0};
    gif.put((byte) 0x2c).putInt(0).putShort((short) 1).putShort((short) 1).put((byte) 0).put(pixel);
    gif.put((byte) 0x2c).putInt(0).putInt(-1).put((byte) 0).put(pixel).put((byte) 0x3b);
    byte[] bytes = Arrays.copyOf(gif.array(), gif.position());

    try (FrameSource frames = Animations.read(file(bytes)).open()) {
      assertThat(frames.next()).isNotNull();
      assertFails(Kind.TOO_LARGE, "frame 2: 65535 x 65535 pixels; at most", frames::next);
    }
  }

  @Test
  void framesThatAreOnlyAnnouncedTakeNoMemory() throws IOException {
    byte[] png = png(1, 1, Integer.MAX_VALUE);
    assertFails(Kind.DAMAGED, "of 2147483647 frames 0 are there", () -> Animations.read(file(png)));
  }

  @Test
  void aHundredThousandFramesWithoutPixelsAreWalkedAndNotDrawn() throws IOException {
    byte[] frame = frame(new byte[0]);
    ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    chunks.write(WebpChunk.extendedHeader(WebpChunk.HAS_ANIMATION, 10, 10));
    for (int i = 0; i < 100_000; i++) {
      chunks.write(frame);
    }
    Animation moving = Animations.read(file(WebpChunk.writeFile(chunks.toByteArray())));

    assertFails(Kind.DAMAGED, "frame 1: damaged: a WebP without pixels", () -> firstFrame(moving));
  }

  @Test
  void aSecondHeaderOfAnAnimationThatIsCutShortIsDamage() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PngChunks chunks = new PngChunks(out);
    out.write(Arrays.copyOf(png(1, 1, 1), 8 + 25 + 20));
    chunks.write(PngChunk.ANIMATION, new byte[1]);
    chunks.write(PngChunk.PIXELS, new byte[1]);
    chunks.writeEnd();

    assertFails(
        Kind.DAMAGED,
        "does not say how many frames",
        () -> Animations.read(file(out.toByteArray())));
  }

  @Test
  void boxesWithinBoxesWithoutEndHoldNoMetadata() throws IOException {
    ByteBuffer mp4 = ByteBuffer.allocate(800_000);
    while (mp4.hasRemaining()) {
      // A length of 0 is up to the end.
      mp4.putInt(0).put("moov".getBytes(StandardCharsets.US_ASCII));
    }
    assertThat(Animations.metadata(file(mp4.array()))).isEqualTo(Metadata.NONE);

    ByteBuffer matroska = ByteBuffer.allocate(5 + 800_000).putInt(0x1a45dfa3).put((byte) 0x80);
    while (matroska.hasRemaining()) {
      // A tag within a tag, its length in eight bytes.
      matroska.putShort((short) 0x67c8).putLong(1L << 56 | matroska.remaining() - 10);
    }
    assertThat(Animations.metadata(file(matroska.array()))).isEqualTo(Metadata.NONE);
  }

  @Test
  void aNameWithoutALengthIsNone() throws IOException {
    ByteBuffer matroska = ByteBuffer.allocate(32).putInt(0x1a45dfa3).put((byte) 0x80);
    matroska.putShort((short) 0x45a3).put((byte) 0xff);

    assertThat(Animations.metadata(file(matroska.array()))).isEqualTo(Metadata.NONE);
  }

  private static byte[] webp(byte[]... chunks) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] chunk : chunks) {
      all.write(chunk);
    }
    return WebpChunk.writeFile(all.toByteArray());
  }

  private static byte[] lossless(int width, int height) {
    int size = width - 1 | height - 1 << 14;
    return ByteBuffer.allocate(9)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 0x2f)
        .putInt(size)
        .array();
  }

  /** Of 16 x 16 pixels at most; the canvas is as large. */
  private static byte[] frame(byte[] pixels) {
    ByteBuffer data = ByteBuffer.allocate(16 + pixels.length).order(ByteOrder.LITTLE_ENDIAN);
    int side = pixels.length == 0 ? 10 : 16;
    data.position(6);
    WebpChunk.put24(data, side - 1);
    WebpChunk.put24(data, side - 1);
    WebpChunk.put24(data, 40);
    data.position(16);
    return WebpChunk.write(WebpChunk.FRAME, data.put(pixels).array());
  }

  private static byte[] png(int width, int height, int frames) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PngChunks chunks = new PngChunks(out);
    chunks.writeSignature();
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    chunks.write(PngChunk.HEADER, header.put((byte) 8).put((byte) 6).array());
    chunks.write(PngChunk.ANIMATION, ByteBuffer.allocate(8).putInt(frames).array());
    chunks.write(PngChunk.PIXELS, new byte[8]);
    chunks.writeEnd();
    return out.toByteArray();
  }

  private static Frame firstFrame(Animation animation) throws IOException {
    try (FrameSource frames = animation.open()) {
      return frames.next();
    }
  }

  private static void assertFails(Kind kind, String message, ThrowingCallable reading) {
    assertThatThrownBy(reading)
        .isInstanceOf(ImageReadException.class)
        .hasMessageContaining(message)
        .satisfies(e -> assertThat(((ImageReadException) e).kind()).isEqualTo(kind));
  }
}
