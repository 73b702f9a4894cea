package io.github.mien.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Affine;
import io.github.mien.model.ModelStore;
import io.github.mien.morphable.MorphableModel;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LandmarkFilterTest {
  private static final double RATE = 30;

  /** Of a landmark in eye distances: twice that of the landmarker on a noisy film. */
  private static final double NOISE = 0.002;

  private Landmarks face;

  @BeforeEach
  void face() throws IOException {
    Landmarks mean = Landmarks.of(MorphableModel.load(ModelStore.embedded()).mean());
    // 100 pixels from eye to eye.
    face = mean.map(Affine.similarity(100 / mean.eyeDistance(), 0.1, 320, 240));
  }

  @Test
  void aFaceThatRestsKeepsStill() {
    double[] jitter = jitter(0);

    assertThat(jitter[1]).isLessThan(0.5 * jitter[0]);
  }

  /** With the head going as fast as its own width a second, the face on it is as steady. */
  @Test
  void aFaceThatRestsOnAMovingHeadKeepsStillAsWell() {
    assertThat(jitter(300)[1]).isLessThan(1.1 * jitter(0)[1]);
  }

  /** How far points are from where they belong on the head, in eye distances: before, after. */
  private double[] jitter(double pixelsPerSecond) {
    Random random = new Random(1);
    LandmarkFilter filter = new LandmarkFilter();
    double before = 0;
    double after = 0;
    int count = 0;
    for (int i = 0; i < 120; i++) {
      double seconds = i / RATE;
      Landmarks moved = face.map(Affine.similarity(1, 0, pixelsPerSecond * seconds, 0.2 * i));
      Landmarks noisy = noisy(moved, random);
      Landmarks smooth = filter.smooth(seconds, noisy);
      if (i >= 30) {
        before += onHead(noisy).distance(onHead(moved));
        after += onHead(smooth).distance(onHead(moved));
        count++;
      }
    }
    return new double[] {before / count, after / count};
  }

  private static Landmarks onHead(Landmarks landmarks) {
    double scale = 1 / landmarks.eyeDistance();
    return landmarks.map(
        Affine.similarity(
            scale,
            0,
            -scale * landmarks.x(FaceMesh.NOSE_TIP),
            -scale * landmarks.y(FaceMesh.NOSE_TIP)));
  }

  private static Landmarks noisy(Landmarks landmarks, Random random) {
    float[] xyz = landmarks.toArray();
    for (int i = 0; i < xyz.length; i++) {
      xyz[i] += (float) (NOISE * 100 * random.nextGaussian());
    }
    return Landmarks.of(xyz);
  }

  /** A jaw that drops by half an eye distance in a quarter of a second. */
  @Test
  void aMouthThatOpensFastIsFollowedWithinAFrame() {
    LandmarkFilter filter = new LandmarkFilter();
    double worst = 0;
    for (int i = 0; i < 90; i++) {
      double open = Math.max(0, Math.min(1, (i / RATE - 1) / 0.25));
      float[] xyz = face.toArray();
      for (int p : FaceMesh.innerLips()) {
        xyz[3 * p + 1] += (float) (50 * open);
      }
      Landmarks opened = Landmarks.of(xyz);
      Landmarks smooth = filter.smooth(i / RATE, opened);
      if (open > 0.3 && open < 1) {
        double behind = (opened.y(14) - smooth.y(14)) / 50;
        worst = Math.max(worst, behind * 0.25 * RATE);
      }
    }
    assertThat(worst).isLessThan(1);
  }

  @Test
  void whatStandsStillIsUnchangedAndAHeadMayTurnOver() {
    LandmarkFilter filter = new LandmarkFilter();
    for (int i = 0; i < 200; i++) {
      Landmarks turned = face.map(Affine.similarity(1, i * 0.05, 0, 0));
      Landmarks smooth = filter.smooth(i / RATE, turned);
      if (i == 0) {
        assertThat(smooth.distance(turned)).isLessThan(1e-3);
      }
      assertThat(onHead(smooth).eyeDistance()).isBetween(0.99, 1.01);
      assertThat(Math.IEEEremainder(turned.roll() - smooth.roll(), 2 * Math.PI))
          .isBetween(-0.01, 0.2);
    }
  }
}
