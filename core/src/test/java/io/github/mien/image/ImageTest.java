package io.github.mien.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ImageTest {

  @Test
  void theMirrorExchangesLeftAndRightOfAPartOfAPicture() {
    Image picture = Image.create(5, 2, 4);
    for (int i = 0; i < picture.data().length; i++) {
      picture.data()[i] = (byte) i;
    }
    Image part = picture.view(new Rect(1, 0, 3, 2));

    Image mirrored = part.mirrored();

    for (int y = 0; y < 2; y++) {
      for (int x = 0; x < 3; x++) {
        for (int c = 0; c < 4; c++) {
          assertThat(mirrored.sample(x, y, c)).isEqualTo(part.sample(2 - x, y, c));
        }
      }
    }
    assertThat(mirrored.mirrored().data()).isEqualTo(part.copy().data());
  }
}
