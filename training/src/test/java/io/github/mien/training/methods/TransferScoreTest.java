package io.github.mien.training.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.expression.Blendshape;
import io.github.mien.expression.Region;
import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TransferScoreTest {
  private static final int NAMES = Blendshape.COUNT - 1;

  private final TransferScore score = new TransferScore();

  private static float[] coefficients(float smile, float blink, float gaze) {
    float[] coefficients = new float[NAMES];
    coefficients[Blendshape.MOUTH_SMILE_LEFT.ordinal()] = smile;
    coefficients[Blendshape.EYE_BLINK_LEFT.ordinal()] = blink;
    coefficients[Blendshape.EYE_LOOK_UP_LEFT.ordinal()] = gaze;
    return coefficients;
  }

  private static Reference.Reading reading(float[] xyz, float smile, float blink, float gaze) {
    return new Reference.Reading(Landmarks.of(xyz), coefficients(smile, blink, gaze));
  }

  private static float[] points() {
    Random random = new Random(1);
    float[] xyz = new float[3 * Landmarks.COUNT];
    for (int i = 0; i < xyz.length; i++) {
      xyz[i] = 100 * random.nextFloat();
    }
    return xyz;
  }

  @Test
  void wantedIsTheTargetAtRestWithWhatTheSourceAdds() {
    assertThat(
            TransferScore.wanted(
                new float[] {0.9f, 0.1f, 0.9f},
                new float[] {0.2f, 0.4f, 0},
                new float[] {0.1f, 0.2f, 0.3f}))
        .containsExactly(new float[] {0.8f, 0, 1}, within(1e-6f));
  }

  @Test
  void closedIsTheShareOfTheWayThatAllPairsWentTogether() {
    float[] xyz = points();
    float[] wanted = coefficients(0.8f, 0, 0);
    add(TransferPair.Kind.CROSS, wanted, reading(xyz, 0, 0, 0), reading(xyz, 0.6f, 0.1f, 0.9f));
    add(TransferPair.Kind.UNDO, wanted, reading(xyz, 0.4f, 0, 0), reading(xyz, 0.2f, 0, 0));

    assertThat(score.closed()).isCloseTo(1 - 0.9 / 1.2, within(1e-6));
    assertThat(score.closed(Region.MOUTH, Region.JAW)).isCloseTo(1 - 0.8 / 1.2, within(1e-6));
    assertThat(score.closed(TransferPair.Kind.CROSS)).isCloseTo(1 - 0.3 / 0.8, within(1e-6));
    assertThat(score.closed(TransferPair.Kind.UNDO)).isCloseTo(-0.5, within(1e-6));
    assertThat(score.improved()).isEqualTo(0.5);
    assertThat(score.lost()).isZero();
  }

  @Test
  void aResultWithoutAFaceCountsAsNothingTransferred() {
    float[] wanted = coefficients(0.8f, 0, 0);
    score.add(TransferPair.Kind.OWN, wanted, reading(points(), 0, 0, 0), Optional.empty());

    assertThat(score.closed()).isZero();
    assertThat(score.improved()).isZero();
    assertThat(score.lost()).isEqualTo(1);
  }

  @Test
  void aMovedHeadDoesNotDriftButAMovedPointDoes() {
    float[] before = points();
    float[] after = before.clone();
    for (int i = 0; i < after.length; i += 3) {
      after[i] += 7;
      after[i + 1] -= 3;
    }
    add(
        TransferPair.Kind.OWN,
        coefficients(1, 0, 0),
        reading(before, 0, 0, 0),
        reading(after, 1, 0, 0));
    assertThat(score.drift()).isCloseTo(0, within(1e-4));

    after[3 * FaceMesh.stable()[4]] += 20;
    add(
        TransferPair.Kind.OWN,
        coefficients(1, 0, 0),
        reading(before, 0, 0, 0),
        reading(after, 1, 0, 0));
    assertThat(score.drift()).isGreaterThan(1);
  }

  private void add(
      TransferPair.Kind kind, float[] wanted, Reference.Reading target, Reference.Reading result) {
    score.add(kind, wanted, target, Optional.of(result));
  }
}
