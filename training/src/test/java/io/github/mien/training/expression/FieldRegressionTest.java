package io.github.mien.training.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.expression.Blendshape;
import io.github.mien.face.Landmarks;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FieldRegressionTest {
  private static final int NAMES = Blendshape.TONGUE_OUT.ordinal();
  private static final int SHOWN = Blendshape.JAW_OPEN.ordinal();
  private static final int HIDDEN = Blendshape.CHEEK_PUFF.ordinal();
  private final SplittableRandom random = new SplittableRandom(4);

  private float[] gaussians(int count, double deviation) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) (deviation * random.nextGaussian());
    }
    return numbers;
  }

  @Test
  void photosDecideWhatTheyShowAndThePriorWhatTheyDoNot() {
    float[] mean = gaussians(3 * Landmarks.COUNT, 0.4);
    float[][] prior = new float[Blendshape.COUNT][3 * Landmarks.COUNT];
    prior[SHOWN] = gaussians(3 * Landmarks.COUNT, 0.05);
    prior[HIDDEN] = gaussians(3 * Landmarks.COUNT, 0.05);
    float[] truth = prior[SHOWN].clone();
    Shapes.add(truth, 0.5, prior[SHOWN]);
    List<CanonicalFace> faces = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      float[] coefficients = new float[NAMES];
      coefficients[SHOWN] = (float) random.nextDouble();
      float[] shape = mean.clone();
      Shapes.add(shape, coefficients[SHOWN], truth);
      Shapes.add(shape, 1, gaussians(3 * Landmarks.COUNT, 0.01));
      faces.add(new CanonicalFace("face " + i, shape, coefficients));
    }

    float[][] fields = FieldRegression.fit(faces, List.of(), prior, mean);

    assertThat(distance(fields[SHOWN], truth)).isLessThan(0.1 * distance(prior[SHOWN], truth));
    assertThat(distance(fields[HIDDEN], prior[HIDDEN])).isLessThan(1e-6);
  }

  private static double distance(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(sum);
  }
}
