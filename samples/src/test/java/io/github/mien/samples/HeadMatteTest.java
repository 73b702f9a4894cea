package io.github.mien.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mien.Mien;
import io.github.mien.image.Image;
import io.github.mien.image.io.Images;
import io.github.mien.matte.HeadMatte;
import io.github.mien.matte.Matte;
import io.github.mien.meme.StickerException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Stickers are cut out along a matte of the application's own. */
class HeadMatteTest {
  private static final int SIDE = 64;

  @Test
  void aStickerIsCutOutAsTheMatteSays() throws IOException {
    // The middle half of the square on each side.
    float[] shares = new float[SIDE * SIDE];
    for (int y = SIDE / 4; y < 3 * SIDE / 4; y++) {
      Arrays.fill(shares, y * SIDE + SIDE / 4, y * SIDE + 3 * SIDE / 4, 1);
    }

    Image sticker = cutOut(shares);

    // It fills the sticker but for a margin.
    int side = sticker.width();
    assertThat(sticker.sample(side / 2, side / 2, 3)).isEqualTo(255);
    assertThat(sticker.sample(side / 8, side / 8, 3)).isEqualTo(255);
    assertThat(sticker.sample(2, side / 2, 3)).isZero();
    assertThat(sticker.sample(side / 2, 2, 3)).isZero();
  }

  @Test
  void aMatteThatFindsNothingIsAStickerThatCannotBeMade() {
    assertThatThrownBy(() -> cutOut(new float[SIDE * SIDE]))
        .isInstanceOf(StickerException.class)
        .hasMessageStartingWith("no head was found to cut out");
  }

  private static Image cutOut(float[] shares) throws IOException {
    HeadMatte own = (photo, face) -> new Matte(HeadMatte.crop(face), shares, SIDE);
    try (Mien mien = Mien.builder().headMatte(own).build()) {
      return mien.sticker(read("older-man.jpg")).cutOut().preview();
    }
  }

  private static Image read(String file) throws IOException {
    try (InputStream bytes = QuickStart.class.getResourceAsStream("/faces/" + file)) {
      return Images.read(bytes);
    }
  }
}
