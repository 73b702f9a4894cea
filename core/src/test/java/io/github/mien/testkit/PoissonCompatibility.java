package io.github.mien.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.blend.BlendMode;
import io.github.mien.blend.Blender;
import io.github.mien.blend.Mask;
import io.github.mien.image.Image;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What {@link Blender}s do that solve its equation: no pixel differs by more than one level of 255
 * from the direct solution, with masks, modes and pictures that are hard on solvers. Extend it in
 * the tests of an implementation.
 */
public abstract class PoissonCompatibility extends BlenderCompatibility {
  private static final int WIDTH = 75;
  private static final int HEIGHT = 62;

  static Stream<Arguments> shapesAndModes() {
    return Stream.of(MaskShape.values())
        .flatMap(shape -> Stream.of(BlendMode.values()).map(mode -> Arguments.of(shape, mode)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("shapesAndModes")
  void solvesTheEquationForPhotos(MaskShape shape, BlendMode mode) {
    Image source = TestPictures.photoLike(WIDTH, HEIGHT, 3, 5);
    Image target = TestPictures.photoLike(WIDTH, HEIGHT, 3, 77);

    assertSolved(source, shape.draw(WIDTH, HEIGHT), target, 0, 0, mode);
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("shapesAndModes")
  void solvesTheEquationForNoise(MaskShape shape, BlendMode mode) {
    Image source = TestPictures.noise(WIDTH, HEIGHT, 3);
    Image target = TestPictures.noise(WIDTH, HEIGHT, 4);

    assertSolved(source, shape.draw(WIDTH, HEIGHT), target, 0, 0, mode);
  }

  @ParameterizedTest(name = "{0} x {1} at {2}, {3} in {4} x {5}")
  @CsvSource({
    "40, 50, 7, 3, 60, 70",
    "40, 50, -11, 3, 60, 70",
    "40, 50, 35, 41, 60, 70",
    "60, 60, -9, -14, 31, 22",
    "1, 1, 2, 1, 4, 3",
    "1, 1, 0, 0, 1, 1",
    "90, 1, 0, 0, 90, 1",
    "1, 77, 0, 0, 2, 80",
    "200, 9, 5, 2, 210, 12"
  })
  void solvesTheEquationWhereverTheSourceIsPut(int w, int h, int x, int y, int tw, int th) {
    for (BlendMode mode : BlendMode.values()) {
      Image target = TestPictures.photoLike(tw, th, 3, 77);
      assertSolved(
          TestPictures.photoLike(w, h, 3, 5), MaskShape.ALL.draw(w, h), target, x, y, mode);
    }
  }

  @Test
  void onlyPixelsUnderTheMaskChange() {
    Image target = TestPictures.noise(WIDTH, HEIGHT, 3);
    Image before = target.copy();
    Mask mask = MaskShape.STAR.draw(WIDTH, HEIGHT);

    blender()
        .blend(TestPictures.photoLike(WIDTH, HEIGHT, 3, 5), mask, target, 0, 0, BlendMode.NORMAL);

    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        if (!mask.contains(x, y)) {
          assertThat(target.sample(x, y, 1)).isEqualTo(before.sample(x, y, 1));
        }
      }
    }
  }

  private void assertSolved(Image source, Mask mask, Image target, int x, int y, BlendMode mode) {
    double[][] exact = ExactBlend.of(source, mask, target, x, y, mode);

    blender().blend(source, mask, target, x, y, mode);

    assertThat(largestError(target, exact)).as("in levels, " + mode).isLessThanOrEqualTo(1);
  }

  private static double largestError(Image actual, double[][] exact) {
    double largest = 0;
    for (int channel = 0; channel < exact.length; channel++) {
      for (int p = 0; p < exact[channel].length; p++) {
        double expected = Math.max(0, Math.min(255, exact[channel][p]));
        int level = actual.sample(p % actual.width(), p / actual.width(), channel);
        largest = Math.max(largest, Math.abs(level - expected));
      }
    }
    return largest;
  }
}
