package io.github.mien.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.encode.EncodedFace;
import io.github.mien.encode.MorphableExpressionEncoder;
import io.github.mien.expression.Blendshape;
import io.github.mien.expression.Expression;
import io.github.mien.expression.HeadPose;
import io.github.mien.expression.Performance;
import io.github.mien.expression.Region;
import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.model.ModelStore;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MorphableTransferTest {
  private static final Map<Blendshape, Float> REST = Map.of();
  private static final Map<Blendshape, Float> SMILE =
      Map.of(
          Blendshape.MOUTH_SMILE_LEFT, 0.8f,
          Blendshape.MOUTH_SMILE_RIGHT, 0.8f,
          Blendshape.JAW_OPEN, 0.3f);

  private final ExpressionTransfer transfer = MorphableTransfer.load(ModelStore.embedded());
  private final MorphableExpressionEncoder encoder =
      MorphableExpressionEncoder.load(ModelStore.embedded());

  MorphableTransferTest() throws IOException {}

  private EncodedFace encoded(EncodedFace face) {
    return new EncodedFace(face.face(), encoder.encode(face.face().landmarks()));
  }

  private Performance smileOf(long person) {
    return new Performance(
        encoded(ModelledFace.encoded(person, HeadPose.FRONTAL, SMILE)).expression(),
        encoded(ModelledFace.encoded(person, HeadPose.FRONTAL, REST)).expression());
  }

  @Property(tries = 10)
  void aSmileFromTheFrontMovesATurnedFaceAsItsOwnWould(
      @ForAll @IntRange(max = 30) int person,
      @ForAll @DoubleRange(min = -45, max = 45) double yaw,
      @ForAll @DoubleRange(min = -20, max = 20) double pitch) {
    HeadPose pose = new HeadPose(yaw, pitch, 7);
    EncodedFace target = encoded(ModelledFace.encoded(person, pose, REST));
    Landmarks own = ModelledFace.encoded(person, pose, SMILE).face().landmarks();

    Motion motion = transfer.plan(smileOf(person + 1), target, TransferOptions.DEFAULT);

    double still = distance(target.face().landmarks(), own);
    assertThat(distance(motion.to(), own)).isLessThan(0.4 * still);
  }

  /** Of the lips, where a smile is. */
  private static double distance(Landmarks a, Landmarks b) {
    double sum = 0;
    for (int p : FaceMesh.outerLips()) {
      sum += Math.hypot(a.x(p) - b.x(p), a.y(p) - b.y(p));
    }
    return sum;
  }

  @Property(tries = 10)
  void strengthZeroKeepsEveryPoint(@ForAll @IntRange(max = 30) int person) {
    EncodedFace target = encoded(ModelledFace.encoded(person, new HeadPose(25, 0, 0), Map.of()));

    Motion motion = transfer.plan(smileOf(person), target, TransferOptions.DEFAULT.withStrength(0));

    assertThat(motion.to().toArray()).isEqualTo(target.face().landmarks().toArray());
  }

  @Test
  void aMouthAloneLeavesEyesAndBrows() {
    EncodedFace target = encoded(ModelledFace.encoded(5, new HeadPose(30, 0, 0), REST));
    Expression all = Expression.of(filled(0.7f), HeadPose.FRONTAL);

    Motion motion =
        transfer.plan(
            new Performance(all, Expression.NEUTRAL),
            target,
            TransferOptions.DEFAULT.withRegions(EnumSet.of(Region.MOUTH, Region.JAW)));

    int[] above = {159, 145, 386, 374, 105, 66, 334, 296, 468, 473, 10};
    assertThat(motion.to().xy(above)).isEqualTo(motion.from().xy(above));
    assertThat(motion.to().xy(61, 291, 17)).isNotEqualTo(motion.from().xy(61, 291, 17));
  }

  private static float[] filled(float value) {
    float[] filled = new float[Blendshape.COUNT];
    java.util.Arrays.fill(filled, value);
    return filled;
  }

  @Test
  void aFullBlinkShutsTheEyesOfATurnedHead() {
    EncodedFace target = encoded(ModelledFace.encoded(3, new HeadPose(30, 0, 0), REST));
    Expression blink =
        Expression.NEUTRAL.with(Blendshape.EYE_BLINK_LEFT, 1).with(Blendshape.EYE_BLINK_RIGHT, 1);

    Motion motion =
        transfer.plan(new Performance(blink, Expression.NEUTRAL), target, TransferOptions.DEFAULT);

    float open = target.face().landmarks().y(145) - target.face().landmarks().y(159);
    assertThat(open).isGreaterThan(5);
    assertThat(motion.to().y(145) - motion.to().y(159)).isCloseTo(0, within(0.15f * open));
  }
}
