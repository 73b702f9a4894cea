package io.github.mien.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import io.github.mien.image.Rect;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LbpFeaturesTest extends FeatureExtractorContract {
  private static final int PATTERNS = 59;
  private static final int CELLS = 6;

  @Override
  FeatureExtractor features() {
    return new LbpFeatures(ImageKernels.java());
  }

  @Test
  void areThoseOfScikitImage() throws IOException {
    Image inner = TextureGolden.picture().view(new Rect(4, 4, 122, 122));

    assertThat(LbpFeatures.describe(inner))
        .containsExactly(TextureGolden.numbers("lbp.f32"), within(1e-6f));
  }

  @Test
  void eachCellSumsToOne() {
    float[] lbp = LbpFeatures.describe(FaceInPhoto.texture(LbpFeatures.SIZE, 4));

    for (int cell = 0; cell < CELLS * CELLS; cell++) {
      float sum = 0;
      for (int i = 0; i < PATTERNS; i++) {
        sum += lbp[cell * PATTERNS + i];
      }
      assertThat(sum).isCloseTo(1, within(1e-4f));
    }
  }

  @Test
  void flatPictureIsBrightAllAroundEverywhere() {
    float[] lbp = LbpFeatures.describe(Image.create(LbpFeatures.SIZE, LbpFeatures.SIZE, 3));

    for (int i = 0; i < lbp.length; i++) {
      assertThat(lbp[i]).isEqualTo(i % PATTERNS == PATTERNS - 2 ? 1 : 0);
    }
  }

  @Test
  void mirroredPictureGivesMirroredHistograms() {
    Image picture = FaceInPhoto.texture(LbpFeatures.SIZE, 5);

    float[] lbp = LbpFeatures.describe(picture);
    float[] mirrored = LbpFeatures.describe(picture.mirrored());

    for (int i = 0; i < lbp.length; i++) {
      int column = i / PATTERNS % CELLS, row = i / PATTERNS / CELLS;
      int other = (row * CELLS + CELLS - 1 - column) * PATTERNS + mirrored(i % PATTERNS);
      assertThat(mirrored[other]).isCloseTo(lbp[i], within(1e-6f));
    }
  }

  /** n bright samples of which f is the first become n whose first is where f's last was. */
  private static int mirrored(int bin) {
    if (bin == 0 || bin >= PATTERNS - 2) {
      return bin;
    }
    int bright = (bin - 1) / 8 + 1;
    int first = (8 - (bin - 1) % 8) % 8;
    int mirroredFirst = Math.floorMod(4 - (first + bright - 1), 8);
    return 1 + 8 * (bright - 1) + (8 - mirroredFirst) % 8;
  }

  @Test
  void refusesACropOfAnotherSize() {
    assertThatThrownBy(() -> LbpFeatures.describe(Image.create(128, 128, 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("122 x 122");
  }
}
