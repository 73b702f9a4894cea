package io.github.mien.meme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.image.Animation;
import io.github.mien.image.Frame;
import io.github.mien.image.FrameSource;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.Rect;
import io.github.mien.image.io.Images;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * On generated pictures; the training module's {@code watermark-report} measures on photographs.
 */
class WatermarkTest {

  @ParameterizedTest
  @CsvSource({
    "640, 640, 1",
    "512, 768, 2",
    "1500, 900, 3",
    "400, 400, 4",
    "640, 480, 5",
    "240, 240, 6",
    "240, 240, 7",
    "320, 240, 8"
  })
  void itIsFoundAfterJpegAndScalingAndIsHardlySeen(int width, int height, int seed)
      throws IOException {
    Image plain = photoLike(width, height, 3, seed);
    Image marked = plain.copy();
    Watermark.add(marked);

    assertThat(psnr(plain, marked)).isGreaterThan(42);
    assertThat(Watermark.isIn(marked)).isTrue();
    assertThat(Watermark.isIn(jpeg(marked))).as("JPEG").isTrue();
    assertThat(Watermark.isIn(half(marked))).as("half").isTrue();
    assertThat(Watermark.isIn(jpeg(half(marked)))).as("both").isTrue();
    assertThat(Watermark.isIn(plain)).isFalse();
  }

  /** Smaller pictures need more of it, and get no more than that. */
  @Test
  void ofASmallPictureNoMoreIsChangedThanItTakes() {
    Image plain = photoLike(240, 240, 3, 6);
    Arrays.fill(plain.data(), (byte) 150);
    Image marked = plain.copy();
    Watermark.add(marked);

    assertThat(psnr(plain, marked)).isGreaterThan(47);
  }

  @Test
  void theCopyThatWearIsTriedOnIsThatOfARealJpeg() throws IOException {
    Image image = photoLike(250, 230, 3, 9);

    Image worn = WornCopy.of(image);

    Image real = jpeg(half(image));
    assertThat(worn.bounds()).isEqualTo(real.bounds());
    assertThat(psnr(worn, grey(real))).isGreaterThan(45);
    assertThat(psnr(worn, grey(half(image)))).as("it is worn").isLessThan(38);
  }

  private static Image grey(Image image) {
    Image grey = image.copy();
    float[] line = new float[image.width()];
    for (int y = 0; y < image.height(); y++) {
      LumaGrid.luma(image, y, line);
      for (int x = 0; x < 3 * line.length; x++) {
        grey.data()[grey.index(0, y) + x] = (byte) Math.round(line[x / 3]);
      }
    }
    return grey;
  }

  @Test
  void whatStandsStillInAnAnimationDoesSoWithTheMark() throws IOException {
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Image frame = photoLike(300, 300, 3, 11);
      for (int y = 120; y < 180; y++) {
        Arrays.fill(frame.data(), frame.index(100, y), frame.index(200, y), (byte) (50 * i));
      }
      frames.add(new Frame(frame, 40));
    }
    Animation marked = Watermark.marked(Animation.of(frames));

    byte[] before = new byte[0];
    int number = 0;
    try (FrameSource source = marked.open()) {
      for (Frame frame = source.next(); frame != null; frame = source.next()) {
        Image image = frame.image();
        assertThat(Watermark.isIn(jpeg(image))).isTrue();
        assertThat(psnr(frames.get(number++).image(), image)).isGreaterThan(42);
        byte[] top = Arrays.copyOf(image.data(), image.index(0, 120));
        if (before.length > 0) {
          assertThat(top).isEqualTo(before);
        }
        before = top;
      }
    }
    assertThat(number).isEqualTo(5);
  }

  /** One frame is too worn to tell, many together are not. */
  @Test
  void framesTellMoreTogether() throws IOException {
    List<Frame> frames = new ArrayList<>();
    double best = 0;
    for (int i = 0; i < 12; i++) {
      Image frame = photoLike(320, 320, 3, 10);
      Watermark.add(frame);
      Random noise = new Random(i);
      for (int p = 0; p < frame.data().length; p++) {
        double level = (frame.data()[p] & 0xff) + 25 * noise.nextGaussian();
        frame.data()[p] = (byte) Math.max(0, Math.min(255, Math.round(level)));
      }
      best = Math.max(best, Watermark.score(frame));
      frames.add(new Frame(frame, 40));
    }

    assertThat(Watermark.score(Animation.of(frames)))
        .isGreaterThan(Watermark.THRESHOLD)
        .isGreaterThan(best);
    assertThat(Watermark.score(Animation.of(frames.subList(0, 1))))
        .isEqualTo(Watermark.score(frames.get(0).image()));
  }

  @Test
  void unmarkedPicturesScoreAsChanceDoes() {
    double sum = 0;
    double squares = 0;
    int count = 60;
    for (int seed = 0; seed < count; seed++) {
      double score = Watermark.score(photoLike(256, 256, 3, 100 + seed));
      assertThat(Math.abs(score)).isLessThan(Watermark.THRESHOLD);
      sum += score / count;
      squares += score * score / count;
    }
    assertThat(sum).isBetween(-0.6, 0.6);
    assertThat(squares).isBetween(0.5, 1.7);
  }

  @Test
  void evenPicturesAreMarkedAndNotMistaken() {
    for (int level : new int[] {0, 128, 255}) {
      Image plain = Image.create(300, 300, 3);
      Arrays.fill(plain.data(), (byte) level);
      Image marked = plain.copy();
      Watermark.add(marked);

      assertThat(Watermark.isIn(plain)).isFalse();
      assertThat(Watermark.isIn(marked)).as("level %d", level).isTrue();
    }
  }

  @Test
  void transparencyAndWhatIsAroundAViewStay() {
    Image image = photoLike(500, 400, 4, 8);
    for (int i = 3; i < image.data().length; i += 4) {
      image.data()[i] = (byte) (i / 2000);
    }
    Image before = image.copy();
    Watermark.add(image.view(new Rect(50, 40, 400, 300)));

    for (int y = 0; y < 400; y++) {
      for (int x = 0; x < 500; x++) {
        assertThat(image.sample(x, y, 3)).isEqualTo(before.sample(x, y, 3));
      }
    }
    assertThat(image.sample(49, 100, 0)).isEqualTo(before.sample(49, 100, 0));
    assertThat(image.sample(450, 100, 0)).isEqualTo(before.sample(450, 100, 0));
  }

  @Test
  void aPictureOfOnePixelIsNoFault() {
    Image dot = Image.create(1, 1, 3);
    Watermark.add(dot);
    assertThat(Watermark.isIn(dot)).isFalse();
  }

  /** Discs of many sizes, soft light, a little noise. */
  private static Image photoLike(int width, int height, int channels, int seed) {
    Random random = new Random(seed);
    float[] plane = new float[width * height];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = 90 + 60f * (i % width) / width;
    }
    for (int disc = 0; disc < 120; disc++) {
      double radius = Math.min(width, height) * Math.exp(-1.5 - 3 * random.nextDouble());
      double cx = random.nextDouble() * width, cy = random.nextDouble() * height;
      float level = 20 + random.nextInt(210);
      for (int y = (int) Math.max(0, cy - radius); y < Math.min(height, cy + radius); y++) {
        for (int x = (int) Math.max(0, cx - radius); x < Math.min(width, cx + radius); x++) {
          if (Math.hypot(x - cx, y - cy) < radius) {
            plane[y * width + x] = level;
          }
        }
      }
    }
    ImageKernels.java().blur(plane, width, height, 1, plane);
    Image image = Image.create(width, height, channels);
    for (int i = 0; i < plane.length; i++) {
      double level = plane[i] + 2 * random.nextGaussian();
      for (int c = 0; c < channels; c++) {
        image.data()[i * channels + c] = (byte) Math.max(0, Math.min(255, Math.round(level)));
      }
    }
    return image;
  }

  private static Image half(Image image) {
    Image half = Image.create(image.width() / 2, image.height() / 2, image.channels());
    ImageKernels.java().resize(image, half);
    return half;
  }

  /** Quality 70, colours at half resolution. */
  private static Image jpeg(Image image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(0.7f);
      writer.setOutput(out);
      BufferedImage picture = Images.toBufferedImage(image);
      writer.write(null, new IIOImage(picture, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return Images.from(ImageIO.read(new ByteArrayInputStream(bytes.toByteArray())));
  }

  private static double psnr(Image a, Image b) {
    double sum = 0;
    for (int i = 0; i < a.data().length; i++) {
      double difference = (a.data()[i] & 0xff) - (b.data()[i] & 0xff);
      sum += difference * difference;
    }
    return 10 * Math.log10(255.0 * 255 * a.data().length / sum);
  }
}
