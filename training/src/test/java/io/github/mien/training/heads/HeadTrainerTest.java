package io.github.mien.training.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.encode.FeatureExpressionEncoder;
import io.github.mien.encode.FeatureExtractor;
import io.github.mien.expression.Blendshape;
import io.github.mien.face.Detection;
import io.github.mien.face.Face;
import io.github.mien.face.Landmarks;
import io.github.mien.image.Image;
import io.github.mien.model.ModelStore;
import io.github.mien.model.NamedArrays;
import io.github.mien.morphable.MorphableFitter;
import io.github.mien.morphable.MorphableModel;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeadTrainerTest {
  private static final int LENGTH = 6;
  private final Random random = new Random(4);

  /** Features of quite different size, one of which never varies. */
  private float[] features() {
    float[] features = new float[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      features[i] = (float) (10 + (1 << i) * random.nextDouble());
    }
    features[LENGTH - 1] = 5;
    return features;
  }

  /** Two coefficients that are linear in the features, all else is 0. */
  private static float[] label(float[] x) {
    float[] label = new float[Blendshape.COUNT];
    label[Blendshape.JAW_OPEN.ordinal()] = 0.2f + 0.5f * (x[0] - 10) + 0.1f * (x[1] - 10);
    label[Blendshape.MOUTH_PUCKER.ordinal()] = 0.9f - 0.05f * (x[3] - 10);
    return label;
  }

  private Examples examples(int count) {
    Examples examples = new Examples();
    for (int i = 0; i < count; i++) {
      float[] x = features();
      examples.add("person " + i, x, label(x));
    }
    return examples;
  }

  @Test
  void findsALinearMap() {
    assertThat(HeadTrainer.train(examples(400)).error(examples(50))).isLessThan(1e-3);
  }

  @Test
  void coreComputesWhatWasTrained() throws IOException {
    Head head = HeadTrainer.train(examples(400));
    float[] x = features();
    MorphableModel model = MorphableModel.load(ModelStore.embedded());
    Landmarks points = Landmarks.of(model.mean());
    Face face = new Face(new Detection(points.bounds(), 1, new float[10]), points, 1, x);
    FeatureExtractor asTheyAre =
        new FeatureExtractor() {
          @Override
          public int length() {
            return LENGTH;
          }

          @Override
          public float[] extract(Image photo, Face seen) {
            return seen.features();
          }
        };

    float[] read =
        new FeatureExpressionEncoder(
                asTheyAre, NamedArrays.parse(head.toBytes(), "head"), new MorphableFitter(model))
            .encode(Image.create(1, 1, 3), face)
            .toArray();

    float[] label = label(x);
    for (int i = 0; i < read.length; i++) {
      assertThat(read[i]).isCloseTo(label[i], within(3e-3f));
    }
  }

  @Test
  void peopleAreKeptTogether() {
    Examples examples = new Examples();
    for (int i = 0; i < 10; i++) {
      examples.add(i % 2 == 0 ? "even" : "odd", new float[] {i}, new float[Blendshape.COUNT]);
    }

    Examples even = examples.of(person -> person == 0);

    assertThat(even.size()).isEqualTo(5);
    for (int i = 0; i < 5; i++) {
      assertThat(even.features(i)[0]).isEqualTo(2f * i);
    }
  }
}
