package io.github.mien.training.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.encode.EncodedFace;
import io.github.mien.expression.Blendshape;
import io.github.mien.expression.Edit;
import io.github.mien.expression.HeadPose;
import io.github.mien.face.Landmarks;
import io.github.mien.model.ModelStore;
import io.github.mien.model.NamedArrays;
import io.github.mien.morphable.HeadFrame;
import io.github.mien.morphable.MorphableModel;
import io.github.mien.transfer.LinearTransfer;
import io.github.mien.transfer.Motion;
import io.github.mien.transfer.RestingFace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A law that moves faces by the model's fields, those with long chins twice as far. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinearTrainerTest {
  private static final int SIZE = 200;
  private static final int CHIN = 152;
  private static final float LONG = 0.1f;

  private final ModelStore store = ModelStore.embedded();
  private final MorphableModel model = MorphableModel.load(store);
  private final FaceReader reader = new FaceReader(store);
  private final SplittableRandom random = new SplittableRandom(5);
  private final LinearTransfer transfer = trained();

  LinearTrainerTest() throws IOException {}

  private LinearTransfer trained() throws IOException {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      float[] change = new float[Blendshape.COUNT];
      float jaw = (float) random.nextDouble(-1, 1);
      float longer = (float) random.nextDouble(-1, 1);
      change[Blendshape.JAW_OPEN.ordinal()] = jaw * (1.5f + longer / 2);
      float[] movement = new float[MorphableModel.SIZE];
      model.addFields(change, movement);
      change[Blendshape.JAW_OPEN.ordinal()] = jaw;
      change[Blendshape.BROW_INNER_UP.ordinal()] = (float) random.nextDouble(-1, 1);
      examples.add(new Example("person " + i % 10, change, face(longer), movement, true, 1));
    }
    LinearBases bases = LinearBases.of(examples, model.mean(), model.mirror());
    LinearTrainer trainer = new LinearTrainer(bases);
    byte[] bytes = trainer.toBytes(trainer.train(examples, List.of()));
    return new LinearTransfer(model, NamedArrays.parse(bytes, "trained"), RestingFace.load(store));
  }

  /** With a chin that is longer, -1..1, and some noise everywhere. */
  private float[] face(float longer) {
    float[] shape = model.mean();
    for (int i = 0; i < shape.length; i++) {
      shape[i] += (float) (0.001 * random.nextGaussian());
    }
    for (int p = 0; p < Landmarks.COUNT; p++) {
      float below = Math.max(0, model.mean()[3 * p + 1] - 0.5f);
      shape[3 * p + 1] += LONG * longer * below;
    }
    return shape;
  }

  private float drop(float longer) {
    float[] points =
        HeadFrame.of(HeadPose.FRONTAL, SIZE, 2 * SIZE, 2 * SIZE).toPicture(face(longer));
    EncodedFace target = reader.encoded(points);
    double shown = target.expression().get(Blendshape.JAW_OPEN);
    Motion motion = transfer.plan(Edit.NONE.with(Blendshape.JAW_OPEN, shown + 0.5), target);
    return (motion.to().y(CHIN) - motion.from().y(CHIN)) / SIZE;
  }

  @Test
  void learnsHowFarFacesOfEachKindMove() {
    float field = 0.5f * model.field(Blendshape.JAW_OPEN)[3 * CHIN + 1];

    assertThat(drop(-1)).isCloseTo(field, within(0.15f * field));
    assertThat(drop(1)).isCloseTo(2 * field, within(0.15f * field));
  }

  @Test
  void whatNoExampleMovesStays() {
    float[] points = HeadFrame.of(HeadPose.FRONTAL, SIZE, 400, 400).toPicture(model.mean());

    Motion motion =
        transfer.plan(Edit.NONE.with(Blendshape.BROW_INNER_UP, 1), reader.encoded(points));

    int[] browsAndChin = {105, 66, 334, 296, CHIN};
    assertThat(motion.to().xy(browsAndChin))
        .containsExactly(motion.from().xy(browsAndChin), within(0.01 * SIZE));
  }
}
