package io.github.mien.image.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mien.image.Image;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lossless WebPs of libwebp are read back to the bit. */
class Vp8lDecoderTest {

  /** Palettes are packed by 8, 4, 2 or 1 into a pixel, and end with a transparent colour. */
  @ParameterizedTest
  @CsvSource({"1, 7", "2, 17", "3, 18", "4, 9", "5, 13", "16, 31", "17, 33", "40, 50", "256, 64"})
  void palettes(int colors, int width) throws IOException {
    Random random = new Random(colors);
    int[] argb = random.ints(colors).map(color -> color | 0x01000000).toArray();
    argb[0] = 0;
    Image image = Image.create(width, 29, 4);
    for (int i = 0; i < image.data().length; i += 4) {
      int color = argb[i % 7 == 0 ? 0 : random.nextInt(colors)];
      image.data()[i] = (byte) (color >> 16);
      image.data()[i + 1] = (byte) (color >> 8);
      image.data()[i + 2] = (byte) color;
      image.data()[i + 3] = (byte) (color >>> 24);
    }

    assertExact(image);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 40", "40, 1", "3, 5", "130, 97", "300, 200"})
  void photos(int width, int height) throws IOException {
    assertExact(TestAnimations.picture(width, height, 1));
  }

  @Test
  void noise() throws IOException {
    Image image = Image.create(70, 60, 3);
    new Random(1).nextBytes(image.data());

    assertExact(image);
  }

  @Test
  void largeAreasOfOneColour() throws IOException {
    Image image = Image.create(500, 300, 3);
    for (int y = 0; y < 300; y++) {
      Arrays.fill(image.data(), image.index(0, y), image.index(250, y), (byte) (y / 50 * 40));
    }

    assertExact(image);
  }

  private static void assertExact(Image image) throws IOException {
    Image read = Images.read(WebpPlugin.encode(image, 100));
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        int alpha = image.hasAlpha() ? image.sample(x, y, 3) : 255;
        assertThat(read.hasAlpha() ? read.sample(x, y, 3) : 255).isEqualTo(alpha);
        for (int c = 0; c < 3 && alpha > 0; c++) {
          assertThat(read.sample(x, y, c))
              .as("column %d, row %d, channel %d", x, y, c)
              .isEqualTo(image.sample(x, y, c));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void brokenBytesAreNoOtherFailure(long seed) throws IOException {
    byte[] whole = WebpPlugin.encode(TestAnimations.picture(60, 40, seed), 100);
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      byte[] broken = whole.clone();
      for (int n = 0; n < 3; n++) {
        broken[20 + random.nextInt(whole.length - 20)] = (byte) random.nextInt();
      }
      try {
        Images.read(broken);
      } catch (ImageReadException e) {
        assertThat(e.getMessage().lines()).hasSize(1);
      }
    }
  }

  @Test
  void aChunkThatEndsEarlyIsSaid() throws IOException {
    byte[] whole = WebpPlugin.encode(TestAnimations.picture(60, 40, 1), 100);
    WebpChunk chunk = WebpChunk.first(whole);
    byte[] half = Arrays.copyOf(chunk.data(whole), chunk.length() / 2);
    byte[] cut = WebpChunk.writeFile(WebpChunk.write(WebpChunk.LOSSLESS, half));

    assertThatThrownBy(() -> Images.read(cut)).hasMessageEndingWith("the file ends too early");
  }
}
