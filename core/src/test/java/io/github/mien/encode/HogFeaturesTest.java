package io.github.mien.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.Rect;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HogFeaturesTest extends FeatureExtractorContract {
  private static final int BLOCKS = 7;
  private static final int BLOCK = 36;

  @Override
  FeatureExtractor features() {
    return new HogFeatures(ImageKernels.java());
  }

  @Test
  void areThoseOfScikitImage() throws IOException {
    Image inner = TextureGolden.picture().view(new Rect(1, 1, 128, 128));

    assertThat(HogFeatures.describe(inner))
        .containsExactly(TextureGolden.numbers("hog.f32"), within(1e-5f));
  }

  @Test
  void eachBlockHasLengthOne() {
    float[] hog = HogFeatures.describe(FaceInPhoto.texture(HogFeatures.SIZE, 4));

    for (int block = 0; block < BLOCKS * BLOCKS; block++) {
      double squares = 0;
      for (int i = 0; i < BLOCK; i++) {
        squares += hog[block * BLOCK + i] * hog[block * BLOCK + i];
      }
      assertThat(squares).isCloseTo(1, within(1e-4));
    }
  }

  @Test
  void flatPictureHasNone() {
    Image black = Image.create(HogFeatures.SIZE, HogFeatures.SIZE, 3);

    assertThat(HogFeatures.describe(black)).containsOnly(0);
  }

  /**
   * But for gradients along the x axis, whose orientation is its own mirror image: all of them are
   * in the rows along the border.
   */
  @Test
  void mirroredPictureGivesMirroredHistograms() {
    Image picture = slope();

    float[] hog = HogFeatures.describe(picture);
    float[] mirrored = HogFeatures.describe(picture.mirrored());

    for (int i = BLOCKS * BLOCK; i < hog.length - BLOCKS * BLOCK; i++) {
      int bin = i % 9, column = i / 9 % 2, row = i / 18 % 2;
      int block = i / BLOCK % BLOCKS, blockRow = i / BLOCK / BLOCKS;
      int other =
          (((blockRow * BLOCKS + BLOCKS - 1 - block) * 2 + row) * 2 + 1 - column) * 9 + 8 - bin;
      assertThat(mirrored[other]).isCloseTo(hog[i], within(1e-5f));
    }
  }

  /** Grows downwards everywhere, in waves. */
  private static Image slope() {
    Image slope = Image.create(HogFeatures.SIZE, HogFeatures.SIZE, 3);
    for (int y = 0; y < slope.height(); y++) {
      for (int x = 0; x < slope.width(); x++) {
        int level = (int) (40 + y + 30 * Math.sin(x / 5.0) * Math.sin(x / 17.0));
        Arrays.fill(slope.data(), slope.index(x, y), slope.index(x, y) + 3, (byte) level);
      }
    }
    return slope;
  }

  @Test
  void refusesACropOfAnotherSize() {
    assertThatThrownBy(() -> HogFeatures.describe(Image.create(64, 128, 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("128 x 128")
        .hasMessageContaining("64 x 128");
  }
}
