package io.github.mien.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExpressionCurveTest {
  private static final Expression JAW = Expression.NEUTRAL.with(Blendshape.JAW_OPEN, 0.8);
  private static final Offset<Float> CLOSE = Offset.offset(1e-5f);

  @Test
  void aSwellBeginsAndEndsAtRestAndReachesThePeak() {
    ExpressionCurve curve = ExpressionCurve.swell(JAW, 2);

    assertThat(curve.seconds()).isEqualTo(2);
    assertThat(curve.at(0)).isEqualTo(Expression.NEUTRAL);
    assertThat(curve.at(2)).isEqualTo(Expression.NEUTRAL);
    assertThat(jaw(curve, 1)).isEqualTo(0.8f, CLOSE);
    assertThat(jaw(curve, 0.4)).isBetween(0.2f, 0.6f);
  }

  @Property(tries = 200)
  void aSwellNeverJumps(@ForAll @DoubleRange(min = 0, max = 2) double t) {
    ExpressionCurve curve = ExpressionCurve.swell(JAW, 2);

    assertThat(jaw(curve, t + 0.01)).isEqualTo(jaw(curve, t), Offset.offset(0.03f));
  }

  @Test
  void keyFramesAreReachedAtTheirTimes() {
    ExpressionCurve curve =
        ExpressionCurve.through(
            List.of(
                new KeyFrame(0.5, Expression.NEUTRAL, Easing.LINEAR),
                new KeyFrame(1, JAW, Easing.LINEAR),
                new KeyFrame(3, Expression.NEUTRAL, Easing.LINEAR)));

    assertThat(jaw(curve, 0)).isZero();
    assertThat(jaw(curve, 0.75)).isEqualTo(0.4f, CLOSE);
    assertThat(jaw(curve, 1)).isEqualTo(0.8f, CLOSE);
    assertThat(jaw(curve, 2)).isEqualTo(0.4f, CLOSE);
    assertThat(jaw(curve, 99)).isZero();
  }

  @Test
  void keyFramesOutOfOrderAreRefused() {
    assertThatThrownBy(() ->
            ExpressionCurve.through(
                List.of(new KeyFrame(2, JAW, Easing.IN), new KeyFrame(1, JAW, Easing.IN))))
        .hasMessage("key frame 2 comes at 1.0 s, before the one in front of it");
    assertThatThrownBy(() -> ExpressionCurve.through(List.of()))
        .hasMessageContaining("at least one key frame");
  }

  @ParameterizedTest
  @EnumSource
  void easingGoesFromNoneToAllAndNeverBack(Easing easing) {
    assertThat(easing.at(0)).isZero();
    assertThat(easing.at(1)).isEqualTo(1);
    for (double t = 0; t < 1; t += 0.01) {
      assertThat(easing.at(t + 0.01)).isGreaterThanOrEqualTo(easing.at(t));
    }
  }

  @Test
  void pingPongComesBackAndLoopsGoOn() {
    ExpressionCurve up =
        ExpressionCurve.through(
            List.of(
                new KeyFrame(0, Expression.NEUTRAL, Easing.LINEAR),
                new KeyFrame(1, JAW, Easing.LINEAR)));

    assertThat(up.pingPong().seconds()).isEqualTo(2);
    assertThat(jaw(up.pingPong(), 1.75)).isEqualTo(0.2f, CLOSE);
    assertThat(up.repeated(3).seconds()).isEqualTo(3);
    assertThat(jaw(up.repeated(3), 2.25)).isEqualTo(0.2f, CLOSE);
    assertThat(jaw(up.repeated(3), 3)).isEqualTo(0.8f, CLOSE);
  }

  @Test
  void aBlinkShutsBothEyesOnceAndLeavesTheRest() {
    ExpressionCurve curve = ExpressionCurve.swell(JAW, 2).withBlink(0.5);

    assertThat(curve.at(0.5).get(Blendshape.EYE_BLINK_LEFT)).isZero();
    assertThat(curve.at(0.62).get(Blendshape.EYE_BLINK_LEFT)).isEqualTo(1f, CLOSE);
    assertThat(curve.at(0.62).get(Blendshape.EYE_BLINK_RIGHT)).isEqualTo(1f, CLOSE);
    assertThat(curve.at(0.9).get(Blendshape.EYE_BLINK_LEFT)).isZero();
    assertThat(jaw(curve, 1)).isEqualTo(0.8f, CLOSE);
  }

  @Test
  void aNodLooksDownInTheMiddleAndEndsStraight() {
    ExpressionCurve curve = ExpressionCurve.swell(JAW, 2).withNod(4, 1);

    assertThat(curve.at(0).pose().pitch()).isZero();
    assertThat(curve.at(1).pose().pitch()).isEqualTo(-4, Offset.offset(1e-9));
    assertThat(curve.at(2).pose().pitch()).isEqualTo(0, Offset.offset(1e-9));
    assertThatThrownBy(() -> curve.withNod(20, 1)).hasMessageContaining("0 to 5 degrees");
  }

  private static float jaw(ExpressionCurve curve, double seconds) {
    return curve.at(seconds).get(Blendshape.JAW_OPEN);
  }
}
