package io.github.mien.blend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import org.junit.jupiter.api.Test;

class MaskTest {

  @Test
  void wrapsAnyPartOfAnArray() {
    byte[] bytes = new byte[3 + 2 * 10 + 4];
    bytes[3 + 10 + 2] = -1;
    Mask mask = Mask.wrap(bytes, 3, 10, 4, 3);

    assertThat(mask.contains(2, 1)).isTrue();
    assertThat(mask.contains(2, 0)).isFalse();
    assertThat(mask.contains(-1, 1)).isFalse();
    assertThat(mask.contains(2, 3)).isFalse();
  }

  @Test
  void anArrayThatIsTooShortIsRefused() {
    assertThatThrownBy(() -> Mask.wrap(new byte[11], 0, 4, 4, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs 12 bytes; the array has 11");
    assertThatThrownBy(() -> Mask.create(0, 3)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void boundsHoldAllPixelsOfAPart() {
    Mask mask = Mask.create(9, 8);
    mask.data()[mask.index(2, 5)] = 1;
    mask.data()[mask.index(6, 3)] = 1;

    assertThat(mask.bounds(new Rect(0, 0, 9, 8))).isEqualTo(new Rect(2, 3, 5, 3));
    assertThat(mask.bounds(new Rect(4, 0, 5, 8))).isEqualTo(new Rect(6, 3, 1, 1));
    assertThat(mask.bounds(new Rect(0, 0, 2, 8)).isEmpty()).isTrue();
  }

  @Test
  void anOverlaysBoxHoldsTheNeighboursThatTheTargetHas() {
    Image source = Image.create(9, 8, 3);
    Image target = Image.create(20, 20, 3);
    Mask mask = Mask.create(9, 8);
    mask.data()[mask.index(2, 5)] = 1;
    mask.data()[mask.index(6, 3)] = 1;

    assertThat(Overlay.of(source, mask, target, 10, 4, BlendMode.NORMAL).box())
        .isEqualTo(new Rect(11, 6, 7, 5));
    assertThat(Overlay.of(source, mask, target, -2, -3, BlendMode.NORMAL).box())
        .isEqualTo(new Rect(0, 0, 6, 4));
    assertThat(Overlay.of(source, mask, target, 0, 17, BlendMode.NORMAL).box().isEmpty()).isTrue();
  }

  @Test
  void drawsPolygonsAndTakesOthersOut() {
    Mask mask = Mask.create(10, 8);

    mask.draw(new double[] {1, 1, 20, 1, 20, 7, 1, 7}, true);
    mask.draw(new double[] {3.5, 2.5, 6.5, 2.5, 6.5, 4.5, 3.5, 4.5}, false);

    assertThat(mask.contains(1, 1)).isTrue();
    assertThat(mask.contains(9, 6)).isTrue();
    assertThat(mask.contains(0, 3)).isFalse();
    assertThat(mask.contains(5, 0)).isFalse();
    assertThat(mask.contains(5, 7)).isFalse();
    assertThat(mask.contains(4, 3)).isFalse();
    assertThat(mask.contains(3, 3)).isTrue();
    assertThat(mask.contains(7, 3)).isTrue();
  }

  @Test
  void aNotchIsNotInside() {
    Mask mask = Mask.create(9, 9);

    mask.draw(new double[] {0, 0, 8, 0, 8, 8, 4, 2, 0, 8}, true);

    assertThat(mask.contains(1, 5)).isTrue();
    assertThat(mask.contains(7, 5)).isTrue();
    assertThat(mask.contains(4, 5)).isFalse();
  }
}
