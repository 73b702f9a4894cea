package io.github.mien.morphable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.expression.Blendshape;
import io.github.mien.expression.HeadPose;
import io.github.mien.model.ModelStore;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IdentityMetricTest {
  private final MorphableModel model = MorphableModel.load(ModelStore.embedded());
  private final IdentityMetric metric = IdentityMetric.load(ModelStore.embedded());
  private final LeastSquaresFitter fitter =
      new LeastSquaresFitter(FaceBasis.of(model, ExpressionPrior.load(ModelStore.embedded())));

  IdentityMetricTest() throws IOException {}

  @Test
  void aSmileAndATurnChangeAnIdentityLessThanAnotherPerson() {
    Random random = new Random(1);
    for (int i = 0; i < 20; i++) {
      float[] one = person(random);
      float[] other = person(random);
      float[] rest = fitted(one, 0, 0);

      double same = metric.distance(rest, fitted(one, 0.8f, 20));

      assertThat(same).isLessThan(metric.distance(rest, fitted(other, 0, 0)));
    }
  }

  private float[] person(Random random) {
    float[] alpha = new float[model.identityCount()];
    for (int i = 0; i < alpha.length; i++) {
      alpha[i] = (float) (model.identityDeviation(i) * random.nextGaussian());
    }
    return alpha;
  }

  private float[] fitted(float[] alpha, float smile, double yaw) {
    float[] beta = new float[Blendshape.COUNT];
    beta[Blendshape.MOUTH_SMILE_LEFT.ordinal()] = smile;
    beta[Blendshape.MOUTH_SMILE_RIGHT.ordinal()] = smile;
    float[] points =
        HeadFrame.of(new HeadPose(yaw, 0, 0), 150, 300, 300)
            .toPicture(fitter.basis().shape(alpha, beta));
    return fitter.fit(io.github.mien.face.Landmarks.of(points)).identity();
  }

  @Test
  void distanceIsZeroToItselfAndTheSameBothWays() {
    float[] one = person(new Random(2));
    float[] other = person(new Random(3));

    assertThat(metric.distance(one, one)).isZero();
    assertThat(metric.distance(one, other)).isCloseTo(metric.distance(other, one), within(1e-9));
  }

  @Test
  void identitiesOfAnotherModelAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> metric.whiten(new float[199]))
        .withMessageContaining("199");
  }
}
