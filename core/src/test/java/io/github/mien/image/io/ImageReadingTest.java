package io.github.mien.image.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReadingTest {
  private static final int WIDTH = 48;
  private static final int HEIGHT = 32;
  private static final Color[] QUADRANTS = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};
  private static final byte[] LINEAR = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void aJpegIsTurnedUprightByItsExifOrientation(int orientation) throws IOException {
    byte[] jpeg = PictureFiles.write(storedAs(orientation), "jpeg");

    assertShowsQuadrants(Images.read(PictureFiles.withExif(jpeg, orientation)));
  }

  @Test
  void aPngIsTurnedUprightByItsExifChunk() throws IOException {
    byte[] png = PictureFiles.write(storedAs(6), "png");

    assertShowsQuadrants(Images.read(PictureFiles.withChunk(png, "eXIf", PictureFiles.exif(6))));
  }

  @Test
  void brokenExifIsIgnored() throws IOException {
    byte[] jpeg = PictureFiles.write(quadrants(), "jpeg");
    byte[] exif = PictureFiles.exif(3);
    exif[7] = 120;

    byte[] file = PictureFiles.withSegment(jpeg, 0xe1, PictureFiles.join(exifTag(), exif));
    assertShowsQuadrants(Images.read(file));
    assertShowsQuadrants(Images.read(PictureFiles.withExif(jpeg, 9)));
  }

  @Test
  void colourJpegsNeedNoMarkerToBeYCbCr() throws IOException {
    byte[] stored = PictureFiles.rawJpeg(PictureFiles.uniform(16, 76, 85, 255));

    assertColor(Images.read(stored), 254, 0, 0);
    assertColor(Images.read(PictureFiles.withAdobe(stored, 1)), 254, 0, 0);
    assertColor(Images.read(PictureFiles.withAdobe(stored, 0)), 76, 85, 255);
  }

  @Test
  void aGreyJpegKeepsItsValues() throws IOException {
    assertColor(Images.read(PictureFiles.rawJpeg(PictureFiles.uniform(16, 100))), 100, 100, 100);
  }

  @Test
  void cmykIsConvertedByThePlainFormulaAndAdobeStoresItInverted() throws IOException {
    byte[] plain = PictureFiles.rawJpeg(PictureFiles.uniform(16, 255, 0, 0, 51));
    byte[] inverted = PictureFiles.rawJpeg(PictureFiles.uniform(16, 0, 255, 255, 204));

    assertColor(Images.read(plain), 0, 204, 204);
    assertColor(Images.read(PictureFiles.withAdobe(inverted, 0)), 0, 204, 204);
  }

  @Test
  void ycckIsConvertedToCmykFirst() throws IOException {
    // Inverted inks, so that these are Y, Cb, Cr of cyan, which is red's complement, and no black.
    byte[] ycck = PictureFiles.rawJpeg(PictureFiles.uniform(16, 179, 171, 1, 255));

    assertColor(Images.read(PictureFiles.withAdobe(ycck, 2)), 254, 0, 0);
  }

  @Test
  void aCmykProfileIsApplied() throws IOException {
    byte[] stored = PictureFiles.rawJpeg(PictureFiles.uniform(16, 255, 0, 0, 0));
    byte[] icc = PictureFiles.blackOnlyProfile();

    assertColor(Images.read(stored), 0, 255, 255);
    assertColor(Images.read(PictureFiles.withProfile(stored, icc, 1)), 255, 255, 255);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void anRgbProfileIsConvertedToSrgb(int segments) throws IOException {
    byte[] jpeg = PictureFiles.write(filled(new Color(128, 55, 255)), "jpeg");

    assertColor(Images.read(PictureFiles.withProfile(jpeg, LINEAR, segments)), 188, 129, 255);
  }

  @Test
  void aProfileInPngIsConvertedToSrgbAndAlphaKept() throws IOException {
    BufferedImage picture = new BufferedImage(300, 70, BufferedImage.TYPE_4BYTE_ABGR);
    for (int x = 0; x < 300; x++) {
      for (int y = 0; y < 70; y++) {
        picture.setRGB(x, y, 0x40803700);
      }
    }
    byte[] png = PictureFiles.write(picture, "png");

    Image image = Images.read(PictureFiles.withChunk(png, "iCCP", PictureFiles.iccp(LINEAR)));

    assertThat(image.channels()).isEqualTo(4);
    for (int[] at : new int[][] {{0, 0}, {150, 35}, {299, 69}}) {
      assertThat(image.sample(at[0], at[1], 0)).isCloseTo(188, Offset.offset(1));
      assertThat(image.sample(at[0], at[1], 1)).isCloseTo(129, Offset.offset(1));
      assertThat(image.sample(at[0], at[1], 3)).isEqualTo(0x40);
    }
  }

  @Test
  void aGreyProfileIsConvertedToSrgb() throws IOException {
    byte[] jpeg = PictureFiles.rawJpeg(PictureFiles.uniform(16, 128));
    byte[] icc = ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();

    assertColor(Images.read(PictureFiles.withProfile(jpeg, icc, 1)), 188, 188, 188);
  }

  @Test
  void aProfileThatFitsNotOrIsBrokenOrIsSrgbChangesNothing() throws IOException {
    byte[] jpeg = PictureFiles.write(filled(new Color(128, 55, 255)), "jpeg");
    byte[] plain = Images.read(jpeg).data();
    byte[] srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    byte[] broken = Arrays.copyOf(LINEAR, LINEAR.length / 2);

    for (byte[] icc : new byte[][] {PictureFiles.blackOnlyProfile(), srgb, broken, {1, 2, 3}}) {
      assertThat(Images.read(PictureFiles.withProfile(jpeg, icc, 1)).data()).isEqualTo(plain);
    }
  }

  @Test
  void sixteenBitsAreRoundedToEight() throws IOException {
    ComponentColorModel model =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB), true, false, 3, DataBuffer.TYPE_USHORT);
    WritableRaster raster = model.createCompatibleWritableRaster(8, 8);
    BufferedImage picture = new BufferedImage(model, raster, false, null);
    raster.setPixel(3, 5, new int[] {0x80ff, 257 * 40 + 129, 65535, 257 * 7});

    Image image = Images.read(PictureFiles.write(picture, "png"));

    assertThat(pixel(image, 3, 5)).containsExactly(128, 41, 255, 7);
    assertThat(pixel(image, 0, 0)).containsExactly(0, 0, 0, 0);
  }

  @Test
  void greyPngsKeepTheirValuesAtAnyDepth() throws IOException {
    BufferedImage bytes = new BufferedImage(9, 5, BufferedImage.TYPE_BYTE_GRAY);
    bytes.getRaster().setSample(4, 2, 0, 100);
    BufferedImage shorts = new BufferedImage(9, 5, BufferedImage.TYPE_USHORT_GRAY);
    shorts.getRaster().setSample(4, 2, 0, 100 * 257);
    BufferedImage bits = new BufferedImage(9, 5, BufferedImage.TYPE_BYTE_BINARY);
    bits.getRaster().setSample(4, 2, 0, 1);

    assertThat(pixel(Images.read(PictureFiles.write(bytes, "png")), 4, 2)).containsOnly(100);
    assertThat(pixel(Images.read(PictureFiles.write(shorts, "png")), 4, 2)).containsOnly(100);
    assertThat(pixel(Images.read(PictureFiles.write(bits, "png")), 4, 2)).containsOnly(255);
    assertThat(pixel(Images.read(PictureFiles.write(bits, "png")), 3, 2)).containsOnly(0);
  }

  @Test
  void palettesBecomeColoursAndTheirTransparencyAlpha() throws IOException {
    byte[] red = {0, (byte) 200};
    byte[] other = {10, 20};
    IndexColorModel opaque = new IndexColorModel(8, 2, red, other, other);
    IndexColorModel transparent = new IndexColorModel(8, 2, red, other, other, 0);

    for (String format : new String[] {"png", "gif"}) {
      assertThat(pixel(Images.read(PictureFiles.write(indexed(opaque), format)), 2, 1))
          .containsExactly(200, 20, 20);
      Image image = Images.read(PictureFiles.write(indexed(transparent), format));
      assertThat(pixel(image, 2, 1)).containsExactly(200, 20, 20, 255);
      assertThat(image.sample(0, 0, 3)).isZero();
    }
  }

  @Test
  void aGifFrameLiesWhereItBelongsOnItsCanvas() throws IOException {
    byte[] gif =
        PictureFiles.write(
            indexed(
                new IndexColorModel(
                    1, 2, new byte[] {0, -1}, new byte[] {0, 10}, new byte[] {0, 20})),
            "gif");
    gif[6] = 10;
    gif[8] = 17;
    int frame = 13 + 6;
    while (gif[frame] != 0x2c) {
      frame++;
    }
    gif[frame + 1] = 3;
    gif[frame + 3] = 2;

    Image image = Images.read(gif);

    assertThat(image.bounds().width()).isEqualTo(10);
    assertThat(image.bounds().height()).isEqualTo(17);
    assertThat(pixel(image, 3 + 2, 2 + 1)).containsExactly(255, 10, 20, 255);
    assertThat(pixel(image, 0, 0)).containsOnly(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "gif", "jpeg"})
  void everyFormatShowsThePictureInRgb(String format) throws IOException {
    Image image = Images.read(PictureFiles.write(quadrants(), format));

    assertShowsQuadrants(image);
    assertThat(image.hasAlpha()).isFalse();
  }

  @Test
  void webpIsRead() throws IOException {
    Image lossless = Images.read(resource("lossless-alpha.webp"));
    assertThat(lossless.toString()).isEqualTo("6 x 4 RGBA");
    assertThat(pixel(lossless, 1, 1)).containsExactly(200, 40, 20, 255);
    assertThat(pixel(lossless, 4, 2)).containsExactly(30, 60, 210, 255);
    assertThat(lossless.sample(0, 0, 3)).isZero();
    assertThat(pixel(lossless, 5, 3)).containsExactly(0, 255, 0, 128);

    Image lossy = Images.read(resource("lossy.webp"));
    assertThat(lossy.toString()).isEqualTo("48 x 16 RGB");
    assertNear(pixel(lossy, 4, 8), 200, 40, 20);
    assertNear(pixel(lossy, 44, 8), 30, 60, 210);
  }

  @Test
  void streamsAreReadToTheirEndAndLeftOpen() throws IOException {
    boolean[] closed = {false};
    InputStream stream =
        new ByteArrayInputStream(PictureFiles.write(quadrants(), "png")) {
          @Override
          public void close() {
            closed[0] = true;
          }
        };

    assertShowsQuadrants(Images.read(stream));
    assertThat(stream.read()).isEqualTo(-1);
    assertThat(closed[0]).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_INT_RGB,
        BufferedImage.TYPE_INT_ARGB,
        BufferedImage.TYPE_INT_ARGB_PRE,
        BufferedImage.TYPE_INT_BGR,
        BufferedImage.TYPE_3BYTE_BGR,
        BufferedImage.TYPE_4BYTE_ABGR,
        BufferedImage.TYPE_4BYTE_ABGR_PRE,
        BufferedImage.TYPE_USHORT_565_RGB,
        BufferedImage.TYPE_BYTE_INDEXED
      })
  void picturesOfAwtAreCopied(int type) {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, type);
    picture.createGraphics().drawImage(quadrants(), 0, 0, null);

    Image image = Images.from(picture);
    assertShowsQuadrants(image);
    assertThat(image.hasAlpha()).isEqualTo(picture.getColorModel().hasAlpha());

    picture.setRGB(0, 0, 0xff000000);
    assertShowsQuadrants(image);
    BufferedImage part = picture.getSubimage(WIDTH / 2, HEIGHT / 2, 10, 10);
    assertThat(Images.from(part).sample(9, 9, 1)).isCloseTo(255, Offset.offset(4));
  }

  @Test
  void awtShowsAnImageWithoutACopy() {
    Image image = Images.from(quadrants());
    BufferedImage shown = Images.toBufferedImage(image.view(new Rect(WIDTH / 2, 0, 10, 10)));

    assertThat(shown.getRGB(0, 0)).isEqualTo(Color.GREEN.getRGB());
    image.data()[image.index(WIDTH / 2, 0)] = -1;
    assertThat(shown.getRGB(0, 0)).isEqualTo(Color.YELLOW.getRGB());
  }

  @Test
  void nullIsRefused() {
    assertThatThrownBy(() -> Images.read((byte[]) null)).isInstanceOf(NullPointerException.class);
  }

  private static BufferedImage quadrants() {
    return storedAs(1);
  }

  /** What a camera held so stores of a scene with one colour in each quadrant (EXIF 2.32). */
  private static BufferedImage storedAs(int orientation) {
    boolean turned = orientation >= 5;
    BufferedImage picture =
        new BufferedImage(
            turned ? HEIGHT : WIDTH, turned ? WIDTH : HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int[] scene =
            switch (orientation) {
              case 2 -> new int[] {WIDTH - 1 - x, y};
              case 3 -> new int[] {WIDTH - 1 - x, HEIGHT - 1 - y};
              case 4 -> new int[] {x, HEIGHT - 1 - y};
              case 5 -> new int[] {y, x};
              case 6 -> new int[] {WIDTH - 1 - y, x};
              case 7 -> new int[] {WIDTH - 1 - y, HEIGHT - 1 - x};
              case 8 -> new int[] {y, HEIGHT - 1 - x};
              default -> new int[] {x, y};
            };
        int quadrant = (scene[1] < HEIGHT / 2 ? 0 : 2) + (scene[0] < WIDTH / 2 ? 0 : 1);
        picture.setRGB(x, y, QUADRANTS[quadrant].getRGB());
      }
    }
    return picture;
  }

  private static BufferedImage filled(Color color) {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(color);
    graphics.fillRect(0, 0, WIDTH, HEIGHT);
    graphics.dispose();
    return picture;
  }

  private static BufferedImage indexed(IndexColorModel palette) {
    int type =
        palette.getPixelSize() == 1
            ? BufferedImage.TYPE_BYTE_BINARY
            : BufferedImage.TYPE_BYTE_INDEXED;
    BufferedImage picture = new BufferedImage(5, 12, type, palette);
    picture.getRaster().setSample(2, 1, 0, 1);
    return picture;
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream stream = ImageReadingTest.class.getResourceAsStream(name)) {
      return stream.readAllBytes();
    }
  }

  private static byte[] exifTag() {
    return new byte[] {'E', 'x', 'i', 'f', 0, 0};
  }

  private static int[] pixel(Image image, int x, int y) {
    int[] samples = new int[image.channels()];
    Arrays.setAll(samples, c -> image.sample(x, y, c));
    return samples;
  }

  private static void assertShowsQuadrants(Image image) {
    assertThat(image.width()).isEqualTo(WIDTH);
    assertThat(image.height()).isEqualTo(HEIGHT);
    for (int i = 0; i < 4; i++) {
      int x = i % 2 == 0 ? WIDTH / 4 : 3 * WIDTH / 4;
      int y = i < 2 ? HEIGHT / 4 : 3 * HEIGHT / 4;
      Color color = QUADRANTS[i];
      assertNear(pixel(image, x, y), color.getRed(), color.getGreen(), color.getBlue());
    }
  }

  private static void assertColor(Image image, int red, int green, int blue) {
    assertNear(pixel(image, image.width() / 2, image.height() / 2), red, green, blue);
  }

  private static void assertNear(int[] pixel, int red, int green, int blue) {
    assertThat(pixel[0]).as("red").isCloseTo(red, Offset.offset(4));
    assertThat(pixel[1]).as("green").isCloseTo(green, Offset.offset(4));
    assertThat(pixel[2]).as("blue").isCloseTo(blue, Offset.offset(4));
  }
}
