package io.github.mien.image.io;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import io.github.mien.image.io.ImageWriteException.Kind;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageWritingTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"1, 1, 3", "7, 5, 4", "300, 200, 3", "641, 333, 4"})
  void pngComesBackBitForBit(int width, int height, int channels) throws IOException {
    Image image = noise(width, height, channels);
    Path file = folder.resolve("picture.PNG");

    Images.write(image, file);

    assertThat(Images.read(file).channels()).isEqualTo(channels);
    assertThat(Images.read(file).data()).isEqualTo(image.data());
    BufferedImage elsewhere = ImageIO.read(file.toFile());
    int alpha = channels == 4 ? image.sample(width - 1, height - 1, 3) << 24 : 0xff000000;
    assertThat(elsewhere.getRGB(width - 1, height - 1) & 0xff000000).isEqualTo(alpha);
    assertThat(elsewhere.getRaster().getSample(width - 1, height - 1, 0))
        .isEqualTo(image.sample(width - 1, height - 1, 0));
  }

  @Test
  void aViewIsWrittenWithoutItsSurroundings() throws IOException {
    Image image = noise(60, 50, 3);
    Image view = image.view(new Rect(11, 7, 33, 21));
    Path png = folder.resolve("view.png");
    Path jpeg = folder.resolve("view.jpg");

    Images.write(view, png);
    Images.write(view, jpeg);

    assertThat(Images.read(png).data()).isEqualTo(view.copy().data());
    assertThat(Images.read(jpeg).bounds()).isEqualTo(view.bounds());
  }

  @Test
  void jpegIsCloseAndHasFullColourResolution() throws IOException {
    Image image = Image.create(32, 32, 3);
    for (int y = 0; y < 32; y++) {
      for (int x = 0; x < 32; x++) {
        image.data()[image.index(x, y) + (x % 2 == 0 ? 0 : 2)] = (byte) 220;
      }
    }
    Path file = folder.resolve("stripes.jpeg");

    Images.write(image, file);

    Image read = Images.read(file);
    for (int x = 4; x < 28; x++) {
      assertThat(read.sample(x, 16, 0)).isCloseTo(image.sample(x, 16, 0), Offset.offset(25));
      assertThat(read.sample(x, 16, 2)).isCloseTo(image.sample(x, 16, 2), Offset.offset(25));
    }
  }

  @Test
  void jpegLaysATransparentPictureOnWhite() throws IOException {
    Image image = Image.create(16, 16, 4);
    for (int i = 0; i < image.data().length; i += 4) {
      image.data()[i + 1] = (byte) 200;
      image.data()[i + 3] = 51;
    }
    Path file = folder.resolve("flat.jpg");

    Images.write(image, file);

    assertThat(Images.read(file).sample(8, 8, 0)).isCloseTo(204, Offset.offset(2));
    assertThat(Images.read(file).sample(8, 8, 1)).isCloseTo(244, Offset.offset(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"out.png", "out.jpg"})
  void noMetadataOfTheInputIsCarriedOver(String name) throws IOException {
    byte[] jpeg =
        PictureFiles.write(new BufferedImage(20, 10, BufferedImage.TYPE_3BYTE_BGR), "jpeg");
    Path file = folder.resolve(name);

    Images.write(Images.read(PictureFiles.withExif(jpeg, 6)), file);

    assertThat(Files.readString(file, ISO_8859_1)).doesNotContain("Exif", "eXIf", "MM\0*");
    assertThat(Images.read(file).bounds()).isEqualTo(new Rect(0, 0, 10, 20));
  }

  @Test
  void unknownExtensionsAreRefusedWithTheKnownOnes() {
    assertFails(folder.resolve("out.tiff"), Kind.UNKNOWN_EXTENSION, ".png, .jpg, .jpeg or .webp");
    assertFails(folder.resolve("out"), Kind.UNKNOWN_EXTENSION, ".png, .jpg, .jpeg or .webp");
  }

  @Test
  void placesThatCannotBeWrittenAreNamed() throws IOException {
    Path directory = Files.createDirectory(folder.resolve("folder.png"));
    assertFails(directory, Kind.DIRECTORY, "is a folder");
    assertFails(folder.resolve("none").resolve("out.png"), Kind.NO_FOLDER, "does not exist");
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertFails(file.resolve("out.png"), Kind.NO_FOLDER, "does not exist");
  }

  @Test
  void aWriteProtectedFileIsLeftAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("old.png"), "old");
    File asFile = file.toFile();
    assertThat(asFile.setReadOnly()).isTrue();
    assumeFalse(Files.isWritable(file), "skipped: this user may write everything");

    assertFails(file, Kind.NOT_WRITABLE, "write-protected");
    assertThat(file).hasContent("old");
  }

  @Test
  void anOldFileIsReplacedOnlyByAFinishedOne() throws IOException {
    Path file = Files.writeString(folder.resolve("old.png"), "old");

    assertThatThrownBy(() ->
            AtomicFile.write(
                file,
                out -> {
                  out.write(new byte[100_000]);
                  throw new IOException("disk full");
                }))
        .isInstanceOf(ImageWriteException.class)
        .hasMessage(file + ": writing failed: disk full");
    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("old.png");

    Images.write(noise(3, 3, 3), file);
    assertThat(Images.read(file).width()).isEqualTo(3);
    assertThat(names()).containsExactly("old.png");
  }

  @Test
  void askingWhetherAFileCanBeWrittenLeavesNothingBehind() throws IOException {
    Path old = Files.writeString(folder.resolve("old.png"), "old");

    Images.requireWritable(old);
    Images.requireWritable(folder.resolve("new.jpg"));

    assertThat(old).hasContent("old");
    assertThat(names()).containsExactly("old.png");
  }

  private void assertFails(Path file, Kind kind, String message) {
    ImageWriteException early =
        catchThrowableOfType(ImageWriteException.class, () -> Images.requireWritable(file));
    ImageWriteException late =
        catchThrowableOfType(
            ImageWriteException.class, () -> Images.write(Image.create(2, 2, 3), file));
    assertThat(early.kind()).isEqualTo(kind);
    assertThat(late.kind()).isEqualTo(kind);
    assertThat(early).hasMessageStartingWith(file + ": ").hasMessageContaining(message);
    assertThat(late).hasMessage(early.getMessage());
  }

  private String[] names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toArray(String[]::new);
    }
  }

  private static Image noise(int width, int height, int channels) {
    Image image = Image.create(width, height, channels);
    new Random(3).nextBytes(image.data());
    return image;
  }
}
