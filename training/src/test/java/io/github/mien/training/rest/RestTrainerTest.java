package io.github.mien.training.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.expression.Blendshape;
import io.github.mien.expression.Expression;
import io.github.mien.model.NamedArrays;
import io.github.mien.training.net.LibTorch;
import io.github.mien.transfer.RestingFace;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RestTrainerTest {

  @Test
  void learnsThatASmileGoesAndBrowsStay() {
    LibTorch.configure(1, 1);
    Random random = new Random(1);
    List<ShownAndRest> samples = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      float[] rest = new float[Blendshape.COUNT];
      rest[Blendshape.BROW_DOWN_LEFT.ordinal()] = 0.5f * random.nextFloat();
      float[] shown = rest.clone();
      shown[Blendshape.MOUTH_SMILE_LEFT.ordinal()] = random.nextFloat();
      samples.add(new ShownAndRest(shown, rest));
    }

    byte[] bytes = RestNet.toBytes(new RestTrainer(samples, samples, 0.5, 1).train(300));

    RestingFace face = RestingFace.of(NamedArrays.parse(bytes, "rest"));
    Expression rest =
        face.of(
            Expression.NEUTRAL
                .with(Blendshape.BROW_DOWN_LEFT, 0.3)
                .with(Blendshape.MOUTH_SMILE_LEFT, 0.8));
    assertThat(rest.get(Blendshape.MOUTH_SMILE_LEFT)).isCloseTo(0, within(0.1f));
    assertThat(rest.get(Blendshape.BROW_DOWN_LEFT)).isCloseTo(0.3f, within(0.1f));
  }
}
