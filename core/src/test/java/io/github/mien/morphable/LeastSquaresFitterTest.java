package io.github.mien.morphable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.expression.Blendshape;
import io.github.mien.expression.HeadPose;
import io.github.mien.model.ModelStore;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class LeastSquaresFitterTest {
  private static final MorphableModel MODEL = model();
  private static final LeastSquaresFitter EXACT =
      new LeastSquaresFitter(FaceBasis.of(MODEL, prior(1e-5)));
  private static final LeastSquaresFitter TOLERANT =
      new LeastSquaresFitter(FaceBasis.of(MODEL, prior(0.03)));

  private static MorphableModel model() {
    try {
      return MorphableModel.load(ModelStore.embedded());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ExpressionPrior prior(double noise) {
    float[] deviations = new float[Blendshape.COUNT];
    Arrays.fill(deviations, 0.3f);
    return new ExpressionPrior(new float[Blendshape.COUNT], deviations, 0, 1, noise);
  }

  /** Somebody who shows something, placed in a picture. */
  private record Face(float[] alpha, float[] beta, HeadFrame frame) {

    static Face random(long seed, HeadPose pose) {
      Random random = new Random(seed);
      float[] alpha = new float[MODEL.identityCount()];
      for (int i = 0; i < alpha.length; i++) {
        alpha[i] = (float) (MODEL.identityDeviation(i) * random.nextGaussian());
      }
      float[] beta = new float[Blendshape.COUNT];
      for (int i = 0; i < 8; i++) {
        beta[random.nextInt(Blendshape.TONGUE_OUT.ordinal())] = random.nextFloat();
      }
      return new Face(alpha, beta, HeadFrame.of(pose, 150, 330, 250));
    }

    double[] seenBy(Camera camera, FaceBasis basis) {
      float[] xyz = frame.toPicture(basis.shape(alpha, beta));
      camera.project(xyz);
      double[] xy = new double[xyz.length / 3 * 2];
      for (int p = 0; p < xy.length / 2; p++) {
        xy[2 * p] = xyz[3 * p];
        xy[2 * p + 1] = xyz[3 * p + 1];
      }
      return xy;
    }
  }

  @Property(tries = 40)
  void findsWhatAFaceSeenFromFarWasMadeOf(
      @ForAll long seed,
      @ForAll @DoubleRange(min = -40, max = 40) double yaw,
      @ForAll @DoubleRange(min = -25, max = 25) double pitch,
      @ForAll @DoubleRange(min = -170, max = 170) double roll) {
    Face face = Face.random(seed, new HeadPose(yaw, pitch, roll));

    assertFound(face, Camera.FAR);
  }

  @Property(tries = 40)
  void findsWhatAFaceSeenFromNearWasMadeOf(
      @ForAll long seed,
      @ForAll @DoubleRange(min = -40, max = 40) double yaw,
      @ForAll @DoubleRange(min = -25, max = 25) double pitch,
      @ForAll @DoubleRange(min = 600, max = 3000) double focalLength) {
    Face face = Face.random(seed, new HeadPose(yaw, pitch, 5));

    assertFound(face, new Camera.Perspective(focalLength, 300, 300));
  }

  private static void assertFound(Face face, Camera camera) {
    MorphableFit fit = EXACT.fit(face.seenBy(camera, EXACT.basis()), camera, EXACT.workspace());

    assertThat(fit.residual()).as("percent of the eye distance").isLessThan(0.02);
    assertThat(fit.identity()).as("alpha").containsExactly(face.alpha, within(0.01f));
    assertThat(fit.expression()).as("beta").containsExactly(face.beta, within(0.02f));
    assertThat(fit.frame().pose().yaw()).isCloseTo(face.frame.pose().yaw(), within(0.2));
    assertThat(fit.frame().pose().pitch()).isCloseTo(face.frame.pose().pitch(), within(0.2));
    assertThat(fit.frame().pose().roll()).isCloseTo(face.frame.pose().roll(), within(0.2));
    assertThat(fit.frame().scale()).isCloseTo(150, within(0.5));
  }

  @Property(tries = 20)
  void sixtyEightPointsAreMetAsWell(@ForAll long seed) {
    LeastSquaresFitter fitter = new LeastSquaresFitter(FaceBasis.ibug68(MODEL, prior(1e-3)));
    Face face = Face.random(seed, new HeadPose(15, -5, 3));

    double[] xy = face.seenBy(Camera.FAR, fitter.basis());
    MorphableFit fit = fitter.fit(xy, Camera.FAR, fitter.workspace());

    assertThat(fit.residual()).isLessThan(0.3);
    assertThat(fit.frame().pose().yaw()).isCloseTo(15, within(3.0));
  }

  @Property(tries = 20)
  void movedTurnedOrScaledPictureShowsTheSameFace(
      @ForAll long seed,
      @ForAll @DoubleRange(min = -3, max = 3) double angle,
      @ForAll @DoubleRange(min = 0.1, max = 10) double scale) {
    double[] xy =
        noisy(
            Face.random(seed, new HeadPose(20, 10, 0)).seenBy(Camera.FAR, TOLERANT.basis()), seed);
    double[] moved = new double[xy.length];
    for (int i = 0; i < xy.length; i += 2) {
      moved[i] = scale * (Math.cos(angle) * xy[i] - Math.sin(angle) * xy[i + 1]) - 900;
      moved[i + 1] = scale * (Math.sin(angle) * xy[i] + Math.cos(angle) * xy[i + 1]) + 70;
    }

    MorphableFit here = TOLERANT.fit(xy, Camera.FAR, TOLERANT.workspace());
    MorphableFit there = TOLERANT.fit(moved, Camera.FAR, TOLERANT.workspace());

    assertThat(there.identity()).containsExactly(here.identity(), within(2e-3f));
    assertThat(there.expression()).containsExactly(here.expression(), within(2e-3f));
    assertThat(there.residual()).isCloseTo(here.residual(), within(1e-3));
  }

  @Property(tries = 20)
  void amountsOfExpressionStayWithinTheirBounds(@ForAll long seed) {
    double[] xy = Face.random(seed, HeadPose.FRONTAL).seenBy(Camera.FAR, TOLERANT.basis());

    MorphableFit fit = TOLERANT.fit(noisy(xy, seed), Camera.FAR, TOLERANT.workspace());

    for (float amount : fit.expression()) {
      assertThat(amount).isBetween(0f, 1f);
    }
    assertThat(fit.residual()).isLessThan(3);
  }

  /** Points that are about 2 pixels off, at an eye distance of 150. */
  private static double[] noisy(double[] xy, long seed) {
    Random random = new Random(seed);
    double[] noisy = xy.clone();
    for (int i = 0; i < noisy.length; i++) {
      noisy[i] += 2 * random.nextGaussian();
    }
    return noisy;
  }

  @Test
  void workspaceUsedAgainGivesTheSameFit() {
    FitWorkspace workspace = TOLERANT.workspace();
    double[] one = Face.random(1, new HeadPose(-20, 5, 0)).seenBy(Camera.FAR, TOLERANT.basis());
    double[] other = Face.random(2, new HeadPose(30, 0, 40)).seenBy(Camera.FAR, TOLERANT.basis());

    float[] first = TOLERANT.fit(one, Camera.FAR, workspace).identity();
    TOLERANT.fit(other, new Camera.Perspective(900, 0, 0), workspace);
    float[] again = TOLERANT.fit(one, Camera.FAR, workspace).identity();

    assertThat(again).containsExactly(first);
  }

  @Test
  void saysWhatIsWrongWithPoints() {
    FitWorkspace workspace = TOLERANT.workspace();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> TOLERANT.fit(new double[136], Camera.FAR, workspace))
        .withMessageContaining("478 points");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TOLERANT.fit(new double[956], Camera.FAR, workspace))
        .withMessageContaining("no face");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EXACT.fit(new double[956], Camera.FAR, workspace))
        .withMessageContaining("another fitter");
  }
}
