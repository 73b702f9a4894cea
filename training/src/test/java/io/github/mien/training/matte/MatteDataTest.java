package io.github.mien.training.matte;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.training.net.LibTorch;
import io.github.mien.training.net.Parameters;
import io.github.mien.training.synth.Chance;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A brown disc that stands for a head, before a wall that gets darker to the right. */
class MatteDataTest {
  private static final int SIDE = Person.SIDE;
  private static final double RADIUS = 70;
  private static final double MIDDLE = 160;

  private final Image cut = StudioKey.cut(photo(), points());
  private final Person person = new Person(cut, new float[SIDE * SIDE], points(), photo());

  @Test
  void theKeyTellsTheHeadFromTheWall() {
    for (double turn = 0; turn < 6.2; turn += 0.3) {
      assertThat(alpha(RADIUS - 4, turn)).isGreaterThan(250);
      assertThat(alpha(RADIUS + 4, turn)).isLessThan(6);
    }
    assertThat(cut.sample(20, 20, 3)).isZero();
    assertThat(cut.sample(300, 20, 3)).isZero();
  }

  @Test
  void noColourOfTheWallIsLeftAtItsEdge() {
    for (double turn = 0; turn < 6.2; turn += 0.3) {
      for (double radius = RADIUS - 4; radius < RADIUS + 6; radius++) {
        int x = (int) Math.round(MIDDLE + radius * Math.cos(turn));
        int y = (int) Math.round(MIDDLE + radius * Math.sin(turn));
        assertThat(cut.sample(x, y, 2)).as(radius + " at " + turn).isLessThan(75);
      }
    }
  }

  @Test
  void composedPeopleHaveTheMatteThatTheyWereComposedWith() {
    Image black = Image.create(Figure.SIDE, Figure.SIDE, 3);
    Figure figure =
        Figure.inPhoto(
            person, Garment.any(person, List.of(black), Chance.of(1)), Figure.Place.EXACT);

    ComposedPerson one = ComposedPerson.of(figure, black);

    for (int i = 0; i < one.alpha().length; i++) {
      double red = one.picture().data()[3 * i] & 0xff;
      assertThat(red).isCloseTo(120 * one.alpha()[i], within(14.0));
    }
    assertThat(one.alpha()[MatteBatch.PLANE / 2 + MatteBatch.SIDE / 2]).isEqualTo(1);
  }

  @Test
  void samplesAreThoseOfTheSeed() {
    List<Image> scenes = List.of(photo());
    MatteSamples samples = new MatteSamples(List.of(person), List.of(person), scenes, 3);
    MatteBatch batch = samples.batch(5, 3);

    assertThat(samples.batch(5, 3).picture()).isEqualTo(batch.picture());
    assertThat(samples.batch(6, 3).picture()).isNotEqualTo(batch.picture());
    for (float alpha : batch.alpha()) {
      assertThat(alpha).isBetween(0f, 1.001f);
    }
  }

  @Test
  void theExportedNetworkIsSmall() {
    LibTorch.configure(1, 7);
    Parameters parameters = new Parameters();
    Image grey = Image.create(MatteBatch.SIDE, MatteBatch.SIDE, 3);

    assertThat(MatteNet.NET.find(parameters, grey)).hasSize(MatteBatch.PLANE);
    assertThat(MatteNet.NET.toOnnx(parameters).length).isLessThan(1_000_000);
  }

  private int alpha(double radius, double turn) {
    return cut.sample(
        (int) Math.round(MIDDLE + radius * Math.cos(turn)),
        (int) Math.round(MIDDLE + radius * Math.sin(turn)),
        3);
  }

  private static Image photo() {
    Image photo = Image.create(SIDE, SIDE, 3);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        double inside = Math.hypot(x - MIDDLE, y - MIDDLE);
        double share = Math.max(0, Math.min(1, RADIUS + 0.5 - inside));
        double wall = 220 - 0.1 * x;
        int at = photo.index(x, y);
        photo.data()[at] = (byte) Math.round(120 * share + wall * (1 - share));
        photo.data()[at + 1] = (byte) Math.round(80 * share + wall * (1 - share));
        photo.data()[at + 2] = (byte) Math.round(50 * share + wall * (1 - share));
      }
    }
    return photo;
  }

  /** Points within the disc. */
  private static Landmarks points() {
    float[] xyz = new float[3 * Landmarks.COUNT];
    for (int i = 0; i < Landmarks.COUNT; i++) {
      xyz[3 * i] = (float) (MIDDLE + 50 * Math.cos(i));
      xyz[3 * i + 1] = (float) (MIDDLE + 50 * Math.sin(i));
    }
    for (int corner : new int[] {33, 263}) {
      xyz[3 * corner] = (float) (MIDDLE + (corner == 33 ? -20 : 20));
      xyz[3 * corner + 1] = (float) MIDDLE - 10;
    }
    return Landmarks.of(xyz);
  }
}
