package io.github.mien.meme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mien.blend.Mask;
import io.github.mien.image.Image;
import io.github.mien.image.Rect;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CutOutTest {
  private static final int SIZE = 100;
  private static final double RADIUS = 30;

  @Test
  void whatTheMaskCoversIsLeftAsItIsAndTheRestIsTransparent() {
    Image cut = CutOut.PLAIN.apply(green(), disc());

    assertThat(pixel(cut, 50, 50)).containsExactly(0, 200, 0, 255);
    assertThat(pixel(cut, 50 + 28, 50)).containsExactly(0, 200, 0, 255);
    assertThat(pixel(cut, 50 + 33, 50)).containsExactly(0, 0, 0, 0);
    assertThat(pixel(cut, 1, 1)).containsExactly(0, 0, 0, 0);
  }

  @Test
  void theEdgeIsSmoothAndHasTheColourOfThePicture() {
    Image cut = CutOut.PLAIN.apply(green(), disc());

    long half = 0;
    for (int i = 0; i < SIZE * SIZE; i++) {
      int[] pixel = pixel(cut, i % SIZE, i / SIZE);
      if (pixel[3] > 0) {
        assertThat(pixel[1]).isEqualTo(200);
        half += pixel[3] < 255 ? 1 : 0;
      }
    }
    // About a pixel wide all around.
    assertThat(half)
        .isBetween((long) (2 * Math.PI * RADIUS * 0.5), (long) (2 * Math.PI * RADIUS * 2));
  }

  @Test
  void theLineIsAsWideAsAskedAllAround() {
    Image cut = new CutOut(6, 0xffffff).apply(green(), disc());

    for (double angle = 0; angle < 6.28; angle += 0.1) {
      assertThat(at(cut, angle, RADIUS + 3)).containsExactly(255, 255, 255, 255);
      assertThat(at(cut, angle, RADIUS + 9)[3]).isZero();
      assertThat(at(cut, angle, RADIUS - 4)).containsExactly(0, 200, 0, 255);
    }
  }

  @Test
  void whatIsCutOutAlreadyGetsItsLineBehindIt() {
    Image disc = CutOut.PLAIN.apply(green(), disc());

    Image cut = new CutOut(6, 0xffffff).around(disc);

    assertThat(at(cut, 1, RADIUS + 3)).containsExactly(255, 255, 255, 255);
    assertThat(at(cut, 1, RADIUS + 9)[3]).isZero();
    assertThat(at(cut, 1, RADIUS - 4)).containsExactly(0, 200, 0, 255);
    assertThat(CutOut.PLAIN.around(disc).data()).isEqualTo(disc.data());
    assertThatThrownBy(() -> CutOut.PLAIN.around(green())).hasMessageContaining("transparent");
  }

  @Test
  void aMaskOfAnotherSizeIsRefused() {
    assertThatThrownBy(() -> CutOut.PLAIN.apply(green(), Mask.create(5, 5)))
        .hasMessageContaining("the mask has 5 x 5 pixels");
  }

  @Test
  void distancesAreThoseOfPythagoras() {
    float[] plane = new float[20 * 15];
    Arrays.fill(plane, Float.MAX_VALUE / 4);
    plane[3 * 20 + 4] = 0;
    plane[12 * 20 + 17] = 0;

    DistanceTransform.squared(plane, 20, 15);

    for (int y = 0; y < 15; y++) {
      for (int x = 0; x < 20; x++) {
        int first = (x - 4) * (x - 4) + (y - 3) * (y - 3);
        int second = (x - 17) * (x - 17) + (y - 12) * (y - 12);
        assertThat(plane[y * 20 + x]).isCloseTo(Math.min(first, second), Offset.offset(0.01f));
      }
    }
  }

  @Test
  void aFaceIsInTheMiddleOfItsSquareWhereThereIsRoom() {
    Image picture = Image.create(1000, 800, 3);

    Rect crop = StickerCrop.aroundFace(picture, new Rect(400, 300, 200, 220));

    assertThat(crop.width()).isEqualTo(crop.height()).isEqualTo(396);
    assertThat(crop.x() + crop.width() / 2).isEqualTo(500);
    assertThat(picture.bounds().contains(crop)).isTrue();
    assertThat(StickerCrop.aroundFace(picture, new Rect(0, 0, 90, 90)))
        .isEqualTo(new Rect(0, 0, 162, 162));
    assertThat(StickerCrop.aroundFace(picture, new Rect(100, 0, 800, 800)))
        .isEqualTo(new Rect(100, 0, 800, 800));
  }

  private static int[] at(Image image, double angle, double radius) {
    return pixel(
        image,
        (int) Math.round(50 + radius * Math.cos(angle)),
        (int) Math.round(50 + radius * Math.sin(angle)));
  }

  private static int[] pixel(Image image, int x, int y) {
    return new int[] {
      image.sample(x, y, 0), image.sample(x, y, 1), image.sample(x, y, 2), image.sample(x, y, 3)
    };
  }

  private static Image green() {
    Image image = Image.create(SIZE, SIZE, 3);
    for (int i = 1; i < image.data().length; i += 3) {
      image.data()[i] = (byte) 200;
    }
    return image;
  }

  private static Mask disc() {
    Mask mask = Mask.create(SIZE, SIZE);
    for (int i = 0; i < SIZE * SIZE; i++) {
      boolean inside = Math.hypot(i % SIZE - 50, i / SIZE - 50) <= RADIUS;
      mask.data()[i] = (byte) (inside ? 1 : 0);
    }
    return mask;
  }
}
