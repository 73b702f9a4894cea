package io.github.mien.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mien.encode.EncodedFace;
import io.github.mien.expression.Blendshape;
import io.github.mien.expression.Expression;
import io.github.mien.expression.HeadPose;
import io.github.mien.morphable.MorphableFitter;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MotionSolverTest {
  private static final MorphableFitter FITTER = new MorphableFitter(ModelledFace.MODEL);
  private static final MotionSolver SOLVER =
      new MotionSolver(new MaskedFields(ModelledFace.MODEL), ModelledFace.ENCODER);

  private static final Map<Blendshape, Float> GRIN =
      Map.of(
          Blendshape.MOUTH_SMILE_LEFT, 0.8f,
          Blendshape.MOUTH_SMILE_RIGHT, 0.7f,
          Blendshape.MOUTH_UPPER_UP_LEFT, 0.5f,
          Blendshape.MOUTH_UPPER_UP_RIGHT, 0.5f,
          Blendshape.EYE_SQUINT_LEFT, 0.4f,
          Blendshape.EYE_SQUINT_RIGHT, 0.4f,
          Blendshape.BROW_INNER_UP, 0.3f);

  /** Moved without a gain, so that what is read is what was solved for. */
  private static float[] readChange(EncodedFace target, Expression wanted) {
    PosedFace face = PosedFace.of(target.face().landmarks().toArray(), FITTER);
    ExpressionChange change = ExpressionChange.between(target.expression(), wanted, false);
    float[] amounts = SOLVER.amounts(face, change);
    float[] read = ModelledFace.ENCODER.coefficients(SOLVER.moved(face, amounts, change));
    float[] before = ModelledFace.ENCODER.coefficients(face.points());
    for (int i = 0; i < read.length; i++) {
      read[i] -= before[i];
    }
    return read;
  }

  @Property(tries = 30)
  void oneselfSmilingIsReachedFromRest(@ForAll @IntRange(max = 200) int person) {
    EncodedFace rest = ModelledFace.encoded(person, new HeadPose(10, -6, 15), Map.of());
    Expression smiling = ModelledFace.encoded(person, new HeadPose(10, -6, 15), GRIN).expression();

    float[] read = readChange(rest, smiling);

    double left = 0, asked = 0;
    for (Blendshape shape : Blendshape.values()) {
      float wanted = smiling.get(shape) - rest.expression().get(shape);
      asked += Math.abs(wanted);
      left += Math.abs(wanted - read[shape.ordinal()]);
    }
    assertThat(left).isLessThan(0.15 * asked);
  }

  @Property(tries = 30)
  void whatIsNotAskedForHasNoAmount(
      @ForAll @IntRange(max = 200) int person, @ForAll Blendshape shape) {
    EncodedFace rest = ModelledFace.encoded(person, HeadPose.FRONTAL, Map.of());
    PosedFace face = PosedFace.of(rest.face().landmarks().toArray(), FITTER);
    Expression wanted = rest.expression().with(shape, 1);

    float[] amounts =
        SOLVER.amounts(face, ExpressionChange.between(rest.expression(), wanted, false));

    for (Blendshape each : Blendshape.values()) {
      if (each != shape) {
        assertThat(amounts[each.ordinal()]).as(each.arkitName()).isZero();
      }
    }
  }
}
