package io.github.mien.face;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.image.Rect;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DetectorTilesTest {

  @Property
  void aFaceThatIsLookedForInThemIsWholeInOneOfThem(
      @ForAll @IntRange(min = 1, max = 9000) int width,
      @ForAll @IntRange(min = 1, max = 9000) int height,
      @ForAll @DoubleRange(min = 0.1, max = 1) double scale,
      @ForAll @DoubleRange(min = 0, max = 1) double x,
      @ForAll @DoubleRange(min = 0, max = 1) double y,
      @ForAll @DoubleRange(min = 0, max = 1) double size) {
    Rect picture = new Rect(0, 0, width, height);
    double side = size * Math.min(127 / scale, Math.min(width, height));
    double left = x * (width - side);
    double top = y * (height - side);
    Box face = new Box(left, top, left + side, top + side);

    List<Rect> tiles = DetectorTiles.of(picture, scale);

    assertThat(tiles).allSatisfy(tile -> assertThat(picture.contains(tile)).isTrue());
    assertThat(tiles).anyMatch(tile -> DetectorTiles.isWhole(face, tile, picture, scale));
  }

  @Test
  void aSmallPictureIsOneTile() {
    Rect picture = new Rect(0, 0, 640, 480);

    assertThat(DetectorTiles.of(picture, 1)).containsExactly(picture);
  }

  @Test
  void aFaceCutByAnInnerBorderIsLeftToTheTileBeside() {
    Rect picture = new Rect(0, 0, 2000, 600);
    Rect tile = new Rect(0, 0, 640, 600);
    Box cut = new Box(600, 100, 641, 150);

    assertThat(DetectorTiles.isWhole(cut, tile, picture, 1)).isFalse();
    assertThat(DetectorTiles.isWhole(cut, new Rect(500, 0, 640, 600), picture, 1)).isTrue();
  }

  @Test
  void aFaceCutByThePictureIsWhole() {
    Rect picture = new Rect(0, 0, 640, 600);

    assertThat(DetectorTiles.isWhole(new Box(-5, -5, 40, 40), picture, picture, 1)).isTrue();
  }

  @Test
  void aFaceLargerThanTheOverlapIsLeftToCoarserTiles() {
    Rect picture = new Rect(0, 0, 640, 600);

    assertThat(DetectorTiles.isWhole(new Box(0, 0, 129, 90), picture, picture, 1)).isFalse();
  }
}
