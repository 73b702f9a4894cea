package io.github.mien.superres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.Rect;
import io.github.mien.inference.InferenceException;
import io.github.mien.inference.Tensor;
import io.github.mien.model.ModelException;
import io.github.mien.testkit.StandInNetwork;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SuperResolutionTest {
  private static final ImageKernels KERNELS = ImageKernels.java();

  private static SuperResolution of(StandInNetwork network) {
    return new SuperResolution(network, KERNELS);
  }

  private static Image noise(int width, int height, int channels) {
    Image image = Image.create(width, height, channels);
    new Random(width * 1000L + height).nextBytes(image.data());
    return image;
  }

  @Property(tries = 40)
  void oneTileAndManyMakeTheSamePicture(
      @ForAll @IntRange(min = 1, max = 120) int width,
      @ForAll @IntRange(min = 1, max = 120) int height,
      @ForAll @IntRange(min = 8, max = 16) int quarter) {
    Image image = noise(width, height, 3);

    Image whole = of(StandInNetwork.blurring(2)).enlarge(image);
    Image tiled =
        new SuperResolution(StandInNetwork.blurring(2), KERNELS, 4 * quarter).enlarge(image);

    assertThat(whole.width()).isEqualTo(2 * width);
    assertThat(whole.height()).isEqualTo(2 * height);
    for (int i = 0; i < whole.data().length; i++) {
      assertThat((tiled.data()[i] & 0xff) - (whole.data()[i] & 0xff)).isBetween(-1, 1);
    }
  }

  @Property(tries = 20)
  void everyPixelComesFromItsOwn(
      @ForAll @IntRange(min = 1, max = 80) int width,
      @ForAll @IntRange(min = 1, max = 80) int height,
      @ForAll @IntRange(min = 1, max = 4) int factor) {
    Image image = noise(width, height, 3);

    Image large = new SuperResolution(StandInNetwork.repeating(factor), KERNELS, 32).enlarge(image);

    for (int y = 0; y < large.height(); y++) {
      for (int x = 0; x < large.width(); x++) {
        assertThat(large.sample(x, y, 1)).isEqualTo(image.sample(x / factor, y / factor, 1));
      }
    }
  }

  @Example
  void tilesThatDisagreeFadeIntoEachOther() {
    Image large =
        new SuperResolution(StandInNetwork.flat(4, 0.2f, 0.8f, 0.4f, 0.6f), KERNELS, 32)
            .enlarge(Image.create(150, 110, 3));

    // 0.6 of 255 levels over 16 small pixels of 4 large ones each, the corners over two fades.
    int steepest = 0;
    for (int y = 1; y < large.height(); y++) {
      for (int x = 1; x < large.width(); x++) {
        int level = large.sample(x, y, 0);
        steepest = Math.max(steepest, Math.abs(level - large.sample(x - 1, y, 0)));
        steepest = Math.max(steepest, Math.abs(level - large.sample(x, y - 1, 0)));
      }
    }
    assertThat(steepest).isBetween(2, 4);
  }

  @Example
  void memoryIsThatOfOneTile() {
    StandInNetwork network = StandInNetwork.repeating(1);

    new SuperResolution(network, KERNELS, 64).enlarge(Image.create(1000, 333, 3));

    assertThat(network.asked)
        .hasSizeGreaterThan(80)
        .allSatisfy(shape -> {
          assertThat(shape[2])
              .isLessThanOrEqualTo(64 + 2 * SuperResolution.CONTEXT)
              .matches(n -> n % 4 == 0);
          assertThat(shape[3])
              .isLessThanOrEqualTo(64 + 2 * SuperResolution.CONTEXT)
              .matches(n -> n % 4 == 0);
        });
  }

  @Example
  void aSmallerFactorAveragesTheNetworksPixels() {
    Image image = noise(23, 17, 3);
    SuperResolution network = of(StandInNetwork.blurring(4));

    Image large = network.enlarge(image);
    Image half = network.enlarge(image, 2);

    assertThat(half.width()).isEqualTo(46);
    for (int y = 0; y < half.height(); y++) {
      for (int x = 0; x < half.width(); x++) {
        int sum =
            large.sample(2 * x, 2 * y, 2)
                + large.sample(2 * x + 1, 2 * y, 2)
                + large.sample(2 * x, 2 * y + 1, 2)
                + large.sample(2 * x + 1, 2 * y + 1, 2);
        assertThat(half.sample(x, y, 2)).isBetween(sum / 4 - 1, sum / 4 + 1);
      }
    }
  }

  @Example
  void alphaIsEnlargedBesideTheColours() {
    Image image = noise(40, 30, 4);
    Image opaque = Image.create(40, 30, 3);
    for (int i = 0; i < 40 * 30; i++) {
      System.arraycopy(image.data(), 4 * i, opaque.data(), 3 * i, 3);
    }
    SuperResolution network = of(StandInNetwork.blurring(2));

    Image large = network.enlarge(image);

    Image colours = network.enlarge(opaque);
    Image plain = Image.create(80, 60, 4);
    KERNELS.resize(image, plain);
    assertThat(large.channels()).isEqualTo(4);
    for (int i = 0; i < 80 * 60; i++) {
      assertThat(large.data()[4 * i + 1]).isEqualTo(colours.data()[3 * i + 1]);
      assertThat(large.data()[4 * i + 3]).isEqualTo(plain.data()[4 * i + 3]);
    }
  }

  @Example
  void aPartOfAPictureIsAPicture() {
    Image image = noise(60, 50, 3);
    Image part = image.view(new Rect(7, 5, 30, 40));
    SuperResolution network = of(StandInNetwork.blurring(2));

    assertThat(network.enlarge(part).data()).isEqualTo(network.enlarge(part.copy()).data());
  }

  @Example
  void onlyDivisorsOfTheNetworksFactorAreFactors() {
    SuperResolution network = of(StandInNetwork.repeating(4));

    assertThat(network.factor()).isEqualTo(4);
    for (int factor : new int[] {0, 3, 8}) {
      assertThatThrownBy(() -> network.enlarge(noise(4, 4, 3), factor))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("by 4 or a divisor of it, not by " + factor);
    }
  }

  @Example
  void modelsOfAnotherKindAreRefusedWithTheReason() {
    StandInNetwork two = new StandInNetwork(List.of("image", "mask"), x -> x);
    StandInNetwork points = new StandInNetwork(x -> Tensor.of(new float[10], 1, 10));
    StandInNetwork fixed =
        new StandInNetwork(x -> {
          throw new InferenceException("needs 1 x 3 x 128 x 128");
        });

    assertRefused(two, "inputs [image, mask]");
    assertRefused(points, "[1, 10]");
    assertRefused(fixed, "needs 1 x 3 x 128 x 128");
  }

  private static void assertRefused(StandInNetwork network, String reason) {
    assertThatThrownBy(() -> of(network))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("one input and one output")
        .hasMessageContaining(reason);
  }

  @Example
  void aTileThatHasNoRoomForItsSeamsIsRefused() {
    for (int tile : new int[] {0, 28, 33}) {
      assertThatThrownBy(() -> new SuperResolution(StandInNetwork.repeating(2), KERNELS, tile))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("not " + tile);
    }
  }
}
