package io.github.mien.morphable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.expression.Blendshape;
import io.github.mien.expression.HeadPose;
import io.github.mien.model.ModelStore;
import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class MorphableFitterTest {
  private final MorphableModel model = MorphableModel.load(ModelStore.embedded());
  private final MorphableFitter fitter = new MorphableFitter(model);

  MorphableFitterTest() throws IOException {}

  @Property(tries = 100)
  void turnedMeanFaceHasThePoseItWasTurnedBy(
      @ForAll @DoubleRange(min = -70, max = 70) double yaw,
      @ForAll @DoubleRange(min = -50, max = 50) double pitch,
      @ForAll @DoubleRange(min = -170, max = 170) double roll,
      @ForAll @DoubleRange(min = 20, max = 1000) double scale) {
    HeadFrame frame = HeadFrame.of(new HeadPose(yaw, pitch, roll), scale, 320, 240);

    HeadFrame found = fitter.frame(frame.toPicture(model.mean()));

    assertThat(found.pose().yaw()).isCloseTo(yaw, within(0.1));
    assertThat(found.pose().pitch()).isCloseTo(pitch, within(0.1));
    assertThat(found.pose().roll()).isCloseTo(roll, within(0.1));
    assertThat(found.scale()).isCloseTo(scale, within(0.001 * scale));
  }

  @Property(tries = 50)
  void picturePointsComeBackToTheCanonicalFrame(
      @ForAll @DoubleRange(min = -70, max = 70) double yaw,
      @ForAll @DoubleRange(min = -50, max = 50) double pitch) {
    HeadFrame frame = HeadFrame.of(new HeadPose(yaw, pitch, 20), 150, 320, 240);
    float[] mean = model.mean();

    assertThat(frame.toCanonical(frame.toPicture(mean))).containsExactly(mean, within(1e-5f));
  }

  @Property(tries = 52)
  void expressionHardlyChangesThePose(@ForAll Blendshape shape) {
    float[] face = model.mean();
    float[] coefficients = new float[Blendshape.COUNT];
    coefficients[shape.ordinal()] = 1;
    model.addFields(coefficients, face);

    HeadPose pose = fitter.frame(face).pose();

    assertThat(pose.yaw()).as("yaw of " + shape).isCloseTo(0, within(4.0));
    assertThat(pose.pitch()).as("pitch of " + shape).isCloseTo(0, within(4.0));
    assertThat(pose.roll()).as("roll of " + shape).isCloseTo(0, within(2.0));
  }

  @Test
  void noseTurnsWithTheHead() {
    int nose = 3;
    float[] mean = model.mean();
    float[] left = HeadFrame.of(new HeadPose(30, 0, 0), 1, 0, 0).toPicture(mean);
    float[] up = HeadFrame.of(new HeadPose(0, 30, 0), 1, 0, 0).toPicture(mean);
    float[] leant = HeadFrame.of(new HeadPose(0, 0, 30), 1, 0, 0).toPicture(mean);

    assertThat(left[nose]).as("to the picture's right").isGreaterThan(mean[nose] + 0.1f);
    assertThat(up[nose + 1]).as("up in the picture").isLessThan(mean[nose + 1] - 0.1f);
    assertThat(leant[nose]).as("clockwise, below the eyes").isLessThan(mean[nose] - 0.1f);
  }
}
