package io.github.mien.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mien.encode.EncodedFace;
import io.github.mien.encode.MorphableExpressionEncoder;
import io.github.mien.expression.Blendshape;
import io.github.mien.expression.Expression;
import io.github.mien.expression.HeadPose;
import io.github.mien.expression.Performance;
import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import io.github.mien.model.ModelStore;
import io.github.mien.morphable.Camera;
import io.github.mien.morphable.ExpressionPrior;
import io.github.mien.morphable.FaceBasis;
import io.github.mien.morphable.LeastSquaresFitter;
import io.github.mien.morphable.MorphableFit;
import java.io.IOException;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MorphableTransferTest extends ExpressionTransferContract {
  private static final Map<Blendshape, Float> REST = Map.of();
  private static final Map<Blendshape, Float> SMILE =
      Map.of(
          Blendshape.MOUTH_SMILE_LEFT, 0.8f,
          Blendshape.MOUTH_SMILE_RIGHT, 0.8f,
          Blendshape.JAW_OPEN, 0.3f);

  private final ExpressionTransfer transfer = MorphableTransfer.load(ModelStore.embedded());
  private final MorphableExpressionEncoder encoder =
      MorphableExpressionEncoder.load(ModelStore.embedded());

  private final LeastSquaresFitter fitter =
      new LeastSquaresFitter(
          FaceBasis.of(ModelledFace.MODEL, ExpressionPrior.load(ModelStore.embedded())));

  MorphableTransferTest() throws IOException {}

  @Override
  ExpressionTransfer transfer() {
    return transfer;
  }

  @Override
  StraightFace straight(Motion motion) {
    MorphableFit fit = fitter.fit(motion.from(), Camera.FAR);
    float[] before = new LiftedFace(motion.from(), fit, fitter.basis()).shape();
    float[] from = fit.frame().toCanonical(motion.from().toArray());
    float[] after = fit.frame().toCanonical(motion.to().toArray());
    for (int i = 0; i < after.length; i++) {
      after[i] += before[i] - from[i];
    }
    return new StraightFace(before, after);
  }

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
