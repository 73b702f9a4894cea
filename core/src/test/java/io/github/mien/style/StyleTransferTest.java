package io.github.mien.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.image.Image;
import io.github.mien.inference.InferenceException;
import io.github.mien.inference.Tensor;
import io.github.mien.model.ModelException;
import io.github.mien.testkit.StandInNetwork;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class StyleTransferTest {
  private static final int STRIDE = 4;

  /** Squares of 4 x 4 pixels become one feature of 48 channels. */
  private static StandInNetwork encoder() {
    return new StandInNetwork(x -> folded(x.data(), x.shape()[2], x.shape()[3]));
  }

  /** And back. */
  private static StandInNetwork decoder() {
    return new StandInNetwork(x -> unfolded(x.data(), x.shape()[2], x.shape()[3]));
  }

  private static Tensor folded(float[] picture, int height, int width) {
    int rows = height / STRIDE, columns = width / STRIDE;
    float[] features = new float[picture.length];
    for (int i = 0; i < picture.length; i++) {
      int x = i % width, y = i / width % height, c = i / width / height;
      int channel = (c * STRIDE + y % STRIDE) * STRIDE + x % STRIDE;
      features[(channel * rows + y / STRIDE) * columns + x / STRIDE] = picture[i];
    }
    return Tensor.of(features, 1, 3 * STRIDE * STRIDE, rows, columns);
  }

  private static Tensor unfolded(float[] features, int rows, int columns) {
    int height = STRIDE * rows, width = STRIDE * columns;
    float[] picture = new float[features.length];
    for (int i = 0; i < picture.length; i++) {
      int x = i % width, y = i / width % height, c = i / width / height;
      int channel = (c * STRIDE + y % STRIDE) * STRIDE + x % STRIDE;
      picture[i] = features[(channel * rows + y / STRIDE) * columns + x / STRIDE];
    }
    return Tensor.of(picture, 1, 3, height, width);
  }

  /** Noise around a level: its mean and deviation are known. */
  private static Image noise(int width, int height, double level, double deviation) {
    Image image = Image.create(width, height, 3);
    Random random = new Random(width * 1000L + height);
    for (int i = 0; i < image.data().length; i++) {
      double v = level + deviation * random.nextGaussian();
      image.data()[i] = (byte) Math.max(0, Math.min(255, Math.round(v)));
    }
    return image;
  }

  private static double mean(Image image) {
    double sum = 0;
    for (byte b : image.data()) {
      sum += b & 0xff;
    }
    return sum / image.data().length;
  }

  private static double deviation(Image image) {
    double mean = mean(image);
    double sum = 0;
    for (byte b : image.data()) {
      sum += Math.pow((b & 0xff) - mean, 2);
    }
    return Math.sqrt(sum / image.data().length);
  }

  @Property(tries = 10)
  void featuresGetMeanAndDeviationOfTheStyleAsFarAsWanted(
      @ForAll @DoubleRange(min = 0, max = 1) double strength) {
    Image photo = noise(160, 128, 90, 12);
    StyleTransfer transfer = new StyleTransfer(encoder(), decoder());

    Image styled = transfer.apply(photo, transfer.styleOf(noise(96, 96, 170, 24)), strength);

    assertThat(mean(styled)).isCloseTo(90 + strength * 80, within(1.0));
    assertThat(deviation(styled)).isCloseTo(12 + strength * 12, within(0.6));
  }

  @Property(tries = 15)
  void oneTileAndManyMakeTheSamePicture(
      @ForAll @IntRange(min = 1, max = 150) int width,
      @ForAll @IntRange(min = 1, max = 150) int height,
      @ForAll @IntRange(min = 2, max = 5) int sixteenth) {
    Image photo = noise(width, height, 120, 30);
    StyleTransfer whole = new StyleTransfer(encoder(), decoder());
    StyleTransfer tiled = new StyleTransfer(encoder(), decoder(), 16 * sixteenth);
    Style style = whole.styleOf(noise(96, 96, 150, 40));

    byte[] one = whole.apply(photo, style, 1).data();
    byte[] many = tiled.apply(photo, style, 1).data();

    for (int i = 0; i < one.length; i++) {
      assertThat((many[i] & 0xff) - (one[i] & 0xff)).isBetween(-1, 1);
    }
  }

  @Example
  void withoutStrengthThePhotoStaysAsItIs() {
    Image photo = noise(101, 77, 120, 30);
    StyleTransfer transfer = new StyleTransfer(encoder(), decoder(), 32);

    Image styled = transfer.apply(photo, transfer.styleOf(noise(64, 64, 20, 5)), 0);

    assertThat(styled.data()).isEqualTo(photo.data());
  }

  @Example
  void alphaStays() {
    Image photo = Image.create(50, 40, 4);
    new Random(1).nextBytes(photo.data());
    StyleTransfer transfer = new StyleTransfer(encoder(), decoder());

    Image styled = transfer.apply(photo, transfer.styleOf(noise(64, 64, 20, 5)), 1);

    for (int i = 3; i < photo.data().length; i += 4) {
      assertThat(styled.data()[i]).isEqualTo(photo.data()[i]);
    }
  }

  @Example
  void memoryIsThatOfOneTile() {
    StandInNetwork encoder = encoder();

    new StyleTransfer(encoder, decoder(), 64).styleOf(noise(700, 210, 100, 20));

    assertThat(encoder.asked)
        .hasSizeGreaterThan(33)
        .allSatisfy(shape -> {
          assertThat(shape[2]).isLessThanOrEqualTo(64 + 2 * StyleTransfer.CONTEXT);
          assertThat(shape[3]).isLessThanOrEqualTo(64 + 2 * StyleTransfer.CONTEXT);
          assertThat(shape[2] % StyleTransfer.MULTIPLE).isZero();
          assertThat(shape[3] % StyleTransfer.MULTIPLE).isZero();
        });
  }

  @Example
  void aStyleOfAnotherEncoderIsRefused() {
    StandInNetwork same = new StandInNetwork(x -> x);
    Style style = new StyleTransfer(same, same).styleOf(noise(32, 32, 100, 10));

    assertThatThrownBy(
            () -> new StyleTransfer(encoder(), decoder()).apply(noise(9, 9, 1, 1), style, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 channels, this encoder makes 48");
  }

  @Example
  void networksOfAnotherKindAreRefusedWithTheReason() {
    StandInNetwork two = new StandInNetwork(List.of("image", "mask"), x -> x);
    StandInNetwork points = new StandInNetwork(x -> Tensor.of(new float[10], 1, 10));
    StandInNetwork fixed =
        new StandInNetwork(x -> {
          throw new InferenceException("needs 1 x 3 x 512 x 512");
        });

    assertRefused(two, decoder(), "the encoder has the inputs [image, mask]");
    assertRefused(points, decoder(), "the encoder makes [1, 10]");
    assertRefused(fixed, decoder(), "needs 1 x 3 x 512 x 512");
    assertRefused(encoder(), points, "the decoder makes [1, 10]");
    assertRefused(encoder(), new StandInNetwork(x -> x), "the decoder makes [1, 48, 16, 16]");
  }

  private static void assertRefused(StandInNetwork encoder, StandInNetwork decoder, String why) {
    assertThatThrownBy(() -> new StyleTransfer(encoder, decoder))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("an encoder from 1 x 3 x height x width")
        .hasMessageContaining(why);
  }
}
