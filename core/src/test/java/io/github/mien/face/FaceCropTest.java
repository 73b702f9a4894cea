package io.github.mien.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.image.Affine;
import io.github.mien.image.Image;
import io.github.mien.image.ImageKernels;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class FaceCropTest {

  @Property(tries = 100)
  void turnsAndGrowsWithTheFace(
      @ForAll @DoubleRange(min = 0.2, max = 8) double scale,
      @ForAll @DoubleRange(min = -3, max = 3) double angle,
      @ForAll @DoubleRange(min = -500, max = 500) double shift) {
    Landmarks face = face(1);
    Affine move = Affine.similarity(scale, angle, shift, -shift);

    FaceCrop crop = FaceCrop.of(face);
    FaceCrop moved = FaceCrop.of(face.map(move));

    assertThat(moved.side()).isCloseTo(scale * crop.side(), within(1e-3 * scale * crop.side()));
    assertThat(moved.centerX())
        .isCloseTo(move.mapX(crop.centerX(), crop.centerY()), within(0.01 * crop.side() * scale));
    assertThat(moved.centerY())
        .isCloseTo(move.mapY(crop.centerX(), crop.centerY()), within(0.01 * crop.side() * scale));
    assertThat(Math.cos(moved.angle() - crop.angle() - angle)).isCloseTo(1, within(1e-5));
  }

  @Property(tries = 50)
  void showsAllOfTheFaceLevelAndInTheMiddle(@ForAll @DoubleRange(min = -3, max = 3) double angle) {
    Landmarks face = face(2).map(Affine.similarity(1, angle, 30, 40));

    Landmarks seen = FaceCrop.of(face).toFractions(face);

    assertThat(seen.roll()).isCloseTo(0, within(1e-4));
    Box box = seen.bounds();
    assertThat(Math.max(box.width(), box.height())).isCloseTo(1 / FaceCrop.MARGIN, within(1e-4));
    assertThat(box.x0() + box.x1()).isCloseTo(0, within(1e-4));
    assertThat(box.y0() + box.y1()).isCloseTo(0, within(1e-4));
  }

  @Test
  void pointsComeBackFromFractions() {
    Landmarks face = face(3);
    FaceCrop crop = new FaceCrop(40, 70, 130, 0.4);

    Landmarks back = crop.toPicture(crop.toFractions(face).toArray());

    assertThat(back.toArray()).containsExactly(face.toArray(), within(1e-3f));
  }

  @Test
  void pixelsOfTheCutLieInThePictureWhereFractionsDo() {
    FaceCrop crop = new FaceCrop(40, 70, 130, 0.4);

    Affine fromPixels = crop.toPicture(64);

    assertThat(fromPixels.mapX(-0.5, 63.5))
        .isCloseTo(crop.toPicture().mapX(-0.5, 0.5), within(1e-9));
    assertThat(fromPixels.mapY(-0.5, 63.5))
        .isCloseTo(crop.toPicture().mapY(-0.5, 0.5), within(1e-9));
  }

  @Test
  void fivePointsOfTheAverageFaceGiveItsCrop() {
    float[] points = {186, 126, 214, 126, 200, 144.5f, 186.6f, 155.4f, 213.4f, 155.4f};

    FaceCrop crop = FaceCrop.of(new Detection(new Box(160, 100, 240, 180), 1, points));

    assertThat(crop.centerX()).isCloseTo(200, within(0.5));
    assertThat(crop.centerY()).isCloseTo(141, within(1.0));
    assertThat(crop.side()).isCloseTo(100, within(2.0));
    assertThat(crop.angle()).isCloseTo(0, within(1e-6));
  }

  @Test
  void cutsOutWhatItPointsTo() {
    Image ramp = Image.create(200, 200, 3);
    for (int y = 0; y < 200; y++) {
      for (int x = 0; x < 200; x++) {
        ramp.data()[ramp.index(x, y)] = (byte) x;
        ramp.data()[ramp.index(x, y) + 1] = (byte) y;
      }
    }
    FaceCrop crop = new FaceCrop(100, 90, 64, Math.PI / 2);
    Image cut = Image.create(32, 32, 3);

    crop.cut(ramp, ImageKernels.java(), cut);

    // Turned by 90 degrees clockwise: right in the crop is down in the picture.
    Affine map = crop.toPicture();
    double u = (20 + 0.5) / 32 - 0.5;
    double v = (8 + 0.5) / 32 - 0.5;
    assertThat(cut.sample(20, 8, 0)).isCloseTo((int) Math.round(map.mapX(u, v)), within(1));
    assertThat(cut.sample(20, 8, 1)).isCloseTo((int) Math.round(map.mapY(u, v)), within(1));
    assertThat(map.mapY(0.5, 0)).isCloseTo(90 + 32, within(1e-9));
  }

  @Test
  void acropWithoutASideIsRefused() {
    assertThatThrownBy(() -> new FaceCrop(0, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("side above 0");
    assertThatThrownBy(() -> FaceCrop.of(Landmarks.of(new float[3 * Landmarks.COUNT])))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Points anywhere, the eyes' corners apart. */
  private static Landmarks face(int seed) {
    Random random = new Random(seed);
    float[] points = new float[3 * Landmarks.COUNT];
    for (int i = 0; i < points.length; i++) {
      points[i] = 50 + 100 * random.nextFloat();
    }
    for (int i = FaceMesh.FIRST_IRIS; i < Landmarks.COUNT; i++) {
      points[3 * i] = 100;
      points[3 * i + 1] = 100;
    }
    points[3 * FaceMesh.RIGHT_EYE_OUTER] = 60;
    points[3 * FaceMesh.LEFT_EYE_OUTER] = 140;
    return Landmarks.of(points);
  }
}
