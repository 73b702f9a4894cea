package io.github.mien.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.expression.Blendshape;
import io.github.mien.expression.Expression;
import io.github.mien.expression.HeadPose;
import io.github.mien.face.Landmarks;
import io.github.mien.model.ModelStore;
import io.github.mien.morphable.HeadFrame;
import io.github.mien.morphable.MorphableModel;
import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class MorphableExpressionEncoderTest {
  private final MorphableModel model = MorphableModel.load(ModelStore.embedded());
  private final MorphableExpressionEncoder encoder =
      MorphableExpressionEncoder.load(ModelStore.embedded());

  MorphableExpressionEncoderTest() throws IOException {}

  @Property(tries = 20)
  void aTurnedHeadShowsWhatItShowsFromTheFront(
      @ForAll @DoubleRange(min = -45, max = 45) double yaw,
      @ForAll @DoubleRange(min = 0.1, max = 0.9) double smile) {
    float[] coefficients = new float[Blendshape.COUNT];
    coefficients[Blendshape.MOUTH_SMILE_LEFT.ordinal()] = (float) smile;
    coefficients[Blendshape.MOUTH_SMILE_RIGHT.ordinal()] = (float) smile;
    float[] shape = model.mean();
    model.addFields(coefficients, shape);

    Expression turned = encode(HeadFrame.of(new HeadPose(yaw, 5, 10), 150, 300, 300), shape);
    Expression front = encode(HeadFrame.of(HeadPose.FRONTAL, 200, 300, 300), shape);

    assertThat(turned.get(Blendshape.MOUTH_SMILE_LEFT))
        .isCloseTo(front.get(Blendshape.MOUTH_SMILE_LEFT), within(0.12f))
        .isCloseTo((float) smile, within(0.2f));
    assertThat(turned.pose().yaw()).isCloseTo(yaw, within(2.0));
    assertThat(turned.pose().pitch()).isCloseTo(5, within(3.0));
    assertThat(turned.pose().roll()).isCloseTo(10, within(2.0));
  }

  private Expression encode(HeadFrame frame, float[] shape) {
    return encoder.encode(Landmarks.of(frame.toPicture(shape)));
  }
}
