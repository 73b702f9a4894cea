package io.github.mien.meme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mien.image.Image;
import io.github.mien.image.Metadata;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MarksTest {
  private final Image grey = grey(400, 300, 3);

  @Test
  void byDefaultOnlyTheFileSaysIt() {
    assertThat(Marks.DEFAULT.draw(grey)).isSameAs(grey);
    assertThat(Provenance.of(Marks.DEFAULT.metadata()).saysByMachine()).isTrue();
    assertThat(Marks.NONE.draw(grey)).isSameAs(grey);
    assertThat(Marks.NONE.metadata()).isEqualTo(Metadata.NONE);
  }

  @Test
  void aWatermarkIsFoundBesideALabel() {
    Image marked = Marks.NONE.withWatermark().withLabel(CornerLabel.AI).draw(grey);

    assertThat(Watermark.isIn(marked)).isTrue();
    assertThat(grey.data()).containsOnly((byte) 128);
  }

  @Test
  void theLabelOfTheStandardNeedsMetadata() {
    AigcLabel label = AigcLabel.generated("maker", "7");

    assertThat(Provenance.of(Marks.NONE.withAigc(label).metadata()).aigc()).isEqualTo(label);
    assertThatThrownBy(() -> new Marks(false, label, false, null)).hasMessageContaining("metadata");
  }

  @ParameterizedTest
  @EnumSource(CornerLabel.class)
  void theLabelLiesInTheLowerRightCorner(CornerLabel words) {
    Image labelled = Marks.NONE.withLabel(words).draw(grey);

    int top = 300;
    int left = 400;
    int white = 0;
    for (int y = 0; y < 300; y++) {
      for (int x = 0; x < 400; x++) {
        if (labelled.sample(x, y, 0) > 250) {
          top = Math.min(top, y);
          left = Math.min(left, x);
          white++;
          assertThat(x).isLessThan(395);
          assertThat(y).isLessThan(295);
        }
      }
    }
    assertThat(white).isGreaterThan(40);
    assertThat(top).isGreaterThan(260);
    assertThat(left).isGreaterThan(280);
    assertThat(labelled.sample(5, 5, 0)).isEqualTo(128);
  }

  @Test
  void theLettersAreAsHighAsTheStandardAsks() {
    Image labelled = Marks.NONE.withLabel(CornerLabel.AI_SHENGCHENG).draw(grey(1000, 600, 3));
    int top = 600;
    int bottom = 0;
    for (int y = 0; y < 600; y++) {
      for (int x = 0; x < 1000; x++) {
        if (labelled.sample(x, y, 0) > 250) {
          top = Math.min(top, y);
          bottom = Math.max(bottom, y);
        }
      }
    }
    assertThat(bottom - top).isGreaterThanOrEqualTo(30);
  }

  @Test
  void aTransparentCornerBecomesOpaqueUnderTheLabel() {
    Image sticker = Image.create(240, 240, 4);

    Image labelled = Marks.NONE.withLabel(CornerLabel.AI).draw(sticker);

    int solid = 0;
    for (int i = 3; i < labelled.data().length; i += 4) {
      solid += (labelled.data()[i] & 0xff) > 100 ? 1 : 0;
    }
    assertThat(solid).isGreaterThan(200);
    assertThat(labelled.sample(0, 0, 3)).isZero();
  }

  @ParameterizedTest
  @EnumSource(CornerLabel.class)
  void aPictureSmallerThanTheLabelIsNoFault(CornerLabel words) {
    assertThat(Marks.NONE.withLabel(words).draw(grey(3, 2, 3)).width()).isEqualTo(3);
  }

  private static Image grey(int width, int height, int channels) {
    Image image = Image.create(width, height, channels);
    Arrays.fill(image.data(), (byte) 128);
    return image;
  }
}
