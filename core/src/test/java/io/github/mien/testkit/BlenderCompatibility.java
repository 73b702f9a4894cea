package io.github.mien.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mien.blend.BlendMode;
import io.github.mien.blend.Blender;
import io.github.mien.blend.Mask;
import io.github.mien.blend.Overlay;
import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What all {@link Blender}s do alike, whatever equation they solve. Extend it in the tests of an
 * implementation, or {@link PoissonCompatibility} if that solves the equation of {@link Blender}.
 */
public abstract class BlenderCompatibility {
  private static final int WIDTH = 61;
  private static final int HEIGHT = 47;

  /** The implementation under test. */
  protected abstract Blender blender();

  @Test
  void isFoundAsAServiceAndTakenOnlyByName() {
    assertThat(Blender.discover().list()).hasAtLeastOneElementOfType(blender().getClass());
    assertThat(Blender.discover().choose(blender().name())).isInstanceOf(blender().getClass());
    assertThat(Blender.discover().choose().name()).isEqualTo("java");
    assertThat(ServiceLoader.load(Blender.class)).noneMatch(found -> found.name().equals("java"));
  }

  @Test
  void saysThatItCanRunHereAndWithWhat() {
    assertThat(blender().probe().available()).as(blender().probe().detail()).isTrue();
    assertThat(blender().probe().detail()).containsPattern("\\d+");
  }

  @ParameterizedTest
  @EnumSource(BlendMode.class)
  void aGreyPictureOnItselfStays(BlendMode mode) {
    Image target = grey(TestPictures.photoLike(WIDTH, HEIGHT, 3, 8));
    Image before = target.copy();

    blender().blend(target.copy(), disc(), target, 0, 0, mode);

    assertThat(largestDifference(target, before)).isLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(BlendMode.class)
  void aSourceWithoutDetailTakesTheColourAround(BlendMode mode) {
    Image source = Image.create(WIDTH, HEIGHT, 3);
    Image target = Image.create(WIDTH, HEIGHT, 3);
    java.util.Arrays.fill(source.data(), (byte) 30);
    java.util.Arrays.fill(target.data(), (byte) 190);
    Image before = target.copy();

    blender().blend(source, disc(), target, 0, 0, mode);

    assertThat(largestDifference(target, before)).isLessThanOrEqualTo(1);
  }

  @Test
  void aBrighterSourceGivesTheSame() {
    Image source = TestPictures.photoLike(WIDTH, HEIGHT, 3, 8);
    Image brighter = source.copy();
    for (int i = 0; i < source.data().length; i++) {
      int level = 60 + (source.data()[i] & 0xff) / 2;
      source.data()[i] = (byte) level;
      brighter.data()[i] = (byte) (level + 50);
    }
    Image one = TestPictures.photoLike(WIDTH, HEIGHT, 3, 99);
    Image other = one.copy();

    blender().blend(source, disc(), one, 0, 0, BlendMode.NORMAL);
    blender().blend(brighter, disc(), other, 0, 0, BlendMode.NORMAL);

    assertThat(largestDifference(one, other)).isLessThanOrEqualTo(1);
  }

  @ParameterizedTest(name = "{0} channels on {1}")
  @CsvSource({"3, 3", "4, 3", "3, 4", "4, 4"})
  void channelsAndGapsBetweenRowsChangeNothing(int sourceChannels, int targetChannels) {
    Image source = TestPictures.photoLike(WIDTH, HEIGHT, sourceChannels, 8);
    Image target = TestPictures.photoLike(WIDTH + 4, HEIGHT + 6, targetChannels, 99);
    Image before = target.copy();
    Image plain = Image.create(WIDTH, HEIGHT, 3);
    Image inside = target.view(new Rect(2, 3, WIDTH, HEIGHT));
    copyColours(inside, plain);

    blender().blend(source, disc(), inside, 0, 0, BlendMode.NORMAL);
    blender()
        .blend(TestPictures.photoLike(WIDTH, HEIGHT, 3, 8), disc(), plain, 0, 0, BlendMode.NORMAL);

    Image colours = Image.create(WIDTH, HEIGHT, 3);
    copyColours(inside, colours);
    assertThat(colours.data()).isEqualTo(plain.data());
    for (int y = 0; y < target.height(); y++) {
      for (int x = 0; x < target.width(); x++) {
        if (targetChannels == 4) {
          assertThat(target.sample(x, y, 3)).as("alpha").isEqualTo(before.sample(x, y, 3));
        }
        if (!new Rect(2, 3, WIDTH, HEIGHT).contains(new Rect(x, y, 1, 1))) {
          assertThat(target.sample(x, y, 0)).isEqualTo(before.sample(x, y, 0));
        }
      }
    }
  }

  @Test
  void aSmallSourceIsPastedWhereItIsPut() {
    Image source = TestPictures.photoLike(30, 20, 3, 8);
    Image large = Image.create(WIDTH, HEIGHT, 3);
    source.copyTo(large.view(new Rect(13, 9, 30, 20)));
    Mask small = Mask.create(30, 20);
    Mask padded = Mask.create(WIDTH, HEIGHT);
    for (int y = 4; y < 16; y++) {
      for (int x = 5; x < 24; x++) {
        small.data()[small.index(x, y)] = 1;
        padded.data()[padded.index(x + 13, y + 9)] = 1;
      }
    }
    Image one = TestPictures.photoLike(WIDTH, HEIGHT, 3, 99);
    Image other = one.copy();

    blender().blend(source, small, one, 13, 9, BlendMode.NORMAL);
    blender().blend(large, padded, other, 0, 0, BlendMode.NORMAL);

    assertThat(one.data()).isEqualTo(other.data());
  }

  @Test
  void outsideTheMasksBoxNothingChanges() {
    Image source = TestPictures.noise(30, 20, 3);
    Image target = TestPictures.noise(WIDTH, HEIGHT, 3);
    Image before = target.copy();
    Mask mask = MaskShape.STAR.draw(30, 20);

    blender().blend(source, mask, target, -4, 20, BlendMode.NORMAL);

    Rect box = Overlay.of(source, mask, target, -4, 20, BlendMode.NORMAL).box();
    assertThat(target.data()).isNotEqualTo(before.data());
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        if (!box.contains(new Rect(x, y, 1, 1))) {
          assertThat(target.sample(x, y, 1)).isEqualTo(before.sample(x, y, 1));
        }
      }
    }
  }

  @ParameterizedTest(name = "at {0}, {1}")
  @CsvSource({"0, 0", "100, 0", "0, -60", "-90, 90"})
  void nothingToPasteIsFine(int x, int y) {
    Image target = TestPictures.noise(WIDTH, HEIGHT, 3);
    Image before = target.copy();
    Mask mask = x == 0 && y == 0 ? Mask.create(WIDTH, HEIGHT) : disc();

    blender().blend(TestPictures.noise(WIDTH, HEIGHT, 3), mask, target, x, y, BlendMode.NORMAL);

    assertThat(target.data()).isEqualTo(before.data());
  }

  @Test
  void aMaskOfAnotherSizeIsRefused() {
    Image picture = TestPictures.noise(WIDTH, HEIGHT, 3);
    Mask mask = Mask.create(WIDTH, HEIGHT + 1);
    assertThatThrownBy(() -> blender().blend(picture, mask, picture.copy(), 0, 0, BlendMode.NORMAL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("61 x 48")
        .hasMessageContaining("61 x 47");
  }

  @Test
  void oneServesManyThreadsAndPicturesOfManySizes() throws Exception {
    List<Callable<byte[]>> calls =
        IntStream.range(0, 24)
            .mapToObj(i -> (Callable<byte[]>) () -> blended(20 + 9 * (i % 5)))
            .toList();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<byte[]>> together = threads.invokeAll(calls);
      for (int i = 0; i < calls.size(); i++) {
        assertThat(together.get(i).get()).as("call " + i).isEqualTo(blended(20 + 9 * (i % 5)));
      }
    } finally {
      threads.shutdown();
    }
  }

  private byte[] blended(int size) {
    Image target = TestPictures.photoLike(size, size + 7, 3, 99);
    Image source = TestPictures.photoLike(size, size + 7, 3, 8);
    blender().blend(source, MaskShape.RING.draw(size, size + 7), target, 0, 0, BlendMode.MIXED);
    return target.data();
  }

  private static Mask disc() {
    return MaskShape.DISC.draw(WIDTH, HEIGHT);
  }

  private static Image grey(Image image) {
    for (int i = 0; i < image.data().length; i += 3) {
      image.data()[i + 1] = image.data()[i];
      image.data()[i + 2] = image.data()[i];
    }
    return image;
  }

  private static void copyColours(Image from, Image to) {
    for (int y = 0; y < to.height(); y++) {
      for (int x = 0; x < to.width(); x++) {
        System.arraycopy(from.data(), from.index(x, y), to.data(), to.index(x, y), 3);
      }
    }
  }

  private static int largestDifference(Image a, Image b) {
    int largest = 0;
    for (int i = 0; i < a.data().length; i++) {
      largest = Math.max(largest, Math.abs((a.data()[i] & 0xff) - (b.data()[i] & 0xff)));
    }
    return largest;
  }
}
