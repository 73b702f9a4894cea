package io.github.mien.image.io;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.mien.image.io.ImageReadException.Kind;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadPictureTest {

  @TempDir Path folder;

  @Test
  void whatIsWrongWithAPathIsSaidWithItsName() throws IOException {
    Path missing = folder.resolve("missing.jpg");
    assertFails(missing, Kind.MISSING, missing + ": no such file");
    assertFails(folder, Kind.DIRECTORY, folder + ": is a folder; name a picture file");
    Path empty = Files.createFile(folder.resolve("empty.png"));
    assertFails(empty, Kind.EMPTY, empty + ": the file is empty");
    Path text = Files.writeString(folder.resolve("notes.jpg"), "not a picture at all, but notes");
    assertFails(
        text, Kind.NOT_AN_IMAGE, text + ": not a picture; JPEG, PNG, BMP, GIF and WebP are read");
  }

  @ParameterizedTest
  @CsvSource({
    "....ftypheic, HEIC, HEIC is not read; convert the picture to JPEG first",
    "....ftypmif1, HEIC, HEIC is not read; convert the picture to JPEG first",
    "....ftypavif, HEIC, AVIF is not read; convert the picture to JPEG first",
    "'II*\0....', UNSUPPORTED, 'TIFF is not read; JPEG, PNG, BMP, GIF and WebP are read'",
    "....ftypisom, NOT_AN_IMAGE, 'not a picture; JPEG, PNG, BMP, GIF and WebP are read'",
  })
  void foreignFormatsAreNamed(String start, Kind kind, String message) {
    ImageReadException e = failure(Arrays.copyOf(start.getBytes(ISO_8859_1), 64));

    assertThat(e.kind()).isEqualTo(kind);
    assertThat(e).hasMessageEndingWith(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpeg", "png", "gif", "bmp", "webp"})
  void aFileCutShortAnywhereIsAnErrorAndNoHalfPicture(String format) throws IOException {
    byte[] file = file(format);
    byte[] whole = Images.read(file).data();
    for (int length = 0; length < file.length; length += length < 40 ? 1 : 7) {
      byte[] cut = Arrays.copyOf(file, length);
      if (length == file.length - 1 && format.equals("gif")) {
        // All pixels are there, only the trailer is missing.
        assertThat(Images.read(cut).data()).isEqualTo(whole);
        continue;
      }
      assertThat(failure(cut).kind())
          .as("%d of %d bytes", length, file.length)
          .isIn(Kind.EMPTY, Kind.NOT_AN_IMAGE, Kind.DAMAGED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpeg", "png", "gif", "bmp", "webp"})
  void aFileWithWrongBytesGivesAPictureOrAnIoException(String format) throws IOException {
    byte[] file = file(format);
    Random random = new Random(1);
    for (int i = 0; i < 300; i++) {
      byte[] broken = file.clone();
      for (int j = random.nextInt(4); j >= 0; j--) {
        broken[random.nextInt(i % 2 == 0 ? file.length : Math.min(60, file.length))] =
            (byte) random.nextInt();
      }
      try {
        assertThat(Images.read(broken).width()).isPositive();
      } catch (ImageReadException e) {
        assertThat(e).hasMessageContaining("bytes: ");
      }
    }
  }

  @Test
  void moreThanAHundredMegapixelsAreRefusedBeforeTheyAreDecoded() throws IOException {
    byte[] png = file("png");
    ByteBuffer.wrap(png).putInt(16, 20_000).putInt(20, 5_001);
    assertTooLarge(png, "20000 x 5001 pixels; at most 100 megapixels are read");

    byte[] jpeg = file("jpeg");
    int frame = indexOf(jpeg, 0xff, 0xc0);
    ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) 65_000).putShort(frame + 7, (short) 65_000);
    assertTooLarge(jpeg, "65000 x 65000 pixels");

    byte[] gif = file("gif");
    Arrays.fill(gif, 6, 10, (byte) -1);
    assertTooLarge(gif, "65535 x 65535 pixels");

    byte[] bmp = file("bmp");
    ByteBuffer.wrap(bmp).put(20, (byte) 1).put(24, (byte) 1);
    assertTooLarge(bmp, "pixels; at most 100 megapixels");

    byte[] webp = file("webp");
    int size = indexOf(webp, 0x2f) + 1;
    Arrays.fill(webp, size, size + 3, (byte) -1);
    webp[size + 3] = 0x1f;
    assertTooLarge(webp, "16384 x 16384 pixels");
  }

  @Test
  void jpegVariantsThatAreNotReadAreNamed() throws IOException {
    byte[] arithmetic = file("jpeg");
    arithmetic[indexOf(arithmetic, 0xff, 0xc0) + 1] = (byte) 0xc9;
    assertThat(failure(arithmetic).kind()).isEqualTo(Kind.UNSUPPORTED);

    byte[] twelveBits = file("jpeg");
    twelveBits[indexOf(twelveBits, 0xff, 0xc0) + 4] = 12;
    assertThat(failure(twelveBits)).hasMessageContaining("JPEG with 12 bits a sample is not read");
  }

  @Test
  void aProfileThatInflatesWithoutEndIsIgnored() throws IOException {
    byte[] png = PictureFiles.withChunk(file("png"), "iCCP", PictureFiles.iccp(new byte[20 << 20]));

    assertThat(Images.read(png).data()).isEqualTo(Images.read(file("png")).data());
  }

  private static void assertTooLarge(byte[] file, String message) {
    ImageReadException e = failure(file);
    assertThat(e.kind()).as(e.getMessage()).isEqualTo(Kind.TOO_LARGE);
    assertThat(e).hasMessageContaining(message);
  }

  private static void assertFails(Path file, Kind kind, String message) {
    ImageReadException e = catchThrowableOfType(ImageReadException.class, () -> Images.read(file));
    assertThat(e.kind()).isEqualTo(kind);
    assertThat(e).hasMessage(message);
  }

  private static ImageReadException failure(byte[] file) {
    ImageReadException e = catchThrowableOfType(ImageReadException.class, () -> Images.read(file));
    assertThat(e).as("reading %d bytes", file.length).isNotNull();
    return e;
  }

  private static byte[] file(String format) throws IOException {
    if (format.equals("webp")) {
      try (InputStream stream = BadPictureTest.class.getResourceAsStream("lossless-alpha.webp")) {
        return stream.readAllBytes();
      }
    }
    Random random = new Random(2);
    BufferedImage noise = new BufferedImage(24, 20, BufferedImage.TYPE_3BYTE_BGR);
    for (int i = 0; i < 24 * 20; i++) {
      noise.setRGB(i % 24, i / 24, random.nextInt() | 0xff000000);
    }
    return PictureFiles.write(noise, format);
  }

  private static int indexOf(byte[] file, int... wanted) {
    for (int i = 0; i <= file.length - wanted.length; i++) {
      int matched = 0;
      while (matched < wanted.length && (file[i + matched] & 0xff) == wanted[matched]) {
        matched++;
      }
      if (matched == wanted.length) {
        return i;
      }
    }
    throw new AssertionError("not found");
  }
}
