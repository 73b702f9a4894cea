package io.github.mien.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.expression.Blendshape;
import io.github.mien.expression.Expression;
import io.github.mien.expression.HeadPose;
import io.github.mien.model.ModelException;
import io.github.mien.model.ModelStore;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RestingFaceTest {
  private static final Expression RESTING =
      Expression.NEUTRAL
          .with(Blendshape.BROW_DOWN_LEFT, 0.15)
          .with(Blendshape.BROW_DOWN_RIGHT, 0.15)
          .with(Blendshape.EYE_SQUINT_LEFT, 0.25)
          .with(Blendshape.EYE_SQUINT_RIGHT, 0.25)
          .with(Blendshape.EYE_BLINK_LEFT, 0.1)
          .with(Blendshape.EYE_BLINK_RIGHT, 0.1);
  private static final Expression SMILING =
      RESTING
          .with(Blendshape.MOUTH_SMILE_LEFT, 0.9)
          .with(Blendshape.MOUTH_SMILE_RIGHT, 0.9)
          .with(Blendshape.MOUTH_UPPER_UP_LEFT, 0.4)
          .with(Blendshape.MOUTH_UPPER_UP_RIGHT, 0.4);

  @Test
  void aSmileIsNoRestingFace() {
    Expression rest = ModelledFace.RESTING_FACE.of(SMILING);

    assertThat(rest.get(Blendshape.MOUTH_SMILE_LEFT)).isLessThan(0.15f);
    assertThat(rest.get(Blendshape.MOUTH_UPPER_UP_RIGHT)).isLessThan(0.1f);
  }

  @Test
  void browsAndLidsOfASmilingFaceAreTakenForItsOwn() {
    Expression rest = ModelledFace.RESTING_FACE.of(SMILING);

    assertThat(rest.get(Blendshape.BROW_DOWN_LEFT)).isCloseTo(0.12f, within(0.08f));
    assertThat(rest.get(Blendshape.EYE_SQUINT_LEFT)).isCloseTo(0.2f, within(0.12f));
  }

  @Test
  void aRestingFaceStaysNearlyAsItIs() {
    Expression rest = ModelledFace.RESTING_FACE.of(RESTING);

    for (Blendshape shape : Blendshape.values()) {
      assertThat(rest.get(shape)).isCloseTo(RESTING.get(shape), within(0.08f));
    }
  }

  @Test
  void theMirroredFaceHasTheMirroredRest() {
    Random random = new Random(1);
    float[] coefficients = new float[Blendshape.COUNT];
    float[] mirrored = new float[Blendshape.COUNT];
    for (Blendshape shape : Blendshape.values()) {
      coefficients[shape.ordinal()] = random.nextFloat();
      mirrored[shape.mirrored().ordinal()] = coefficients[shape.ordinal()];
    }

    Expression rest = ModelledFace.RESTING_FACE.of(Expression.of(coefficients, HeadPose.FRONTAL));
    Expression other = ModelledFace.RESTING_FACE.of(Expression.of(mirrored, HeadPose.FRONTAL));

    for (Blendshape shape : Blendshape.values()) {
      assertThat(other.get(shape.mirrored())).isCloseTo(rest.get(shape), within(1e-5f));
    }
  }

  @Test
  void anyOtherFileIsRefused() {
    ModelStore store =
        ModelStore.embedded().with(ModelStore.REST, Path.of("pom.xml").toAbsolutePath());

    assertThatThrownBy(() -> RestingFace.load(store))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("rest");
  }
}
