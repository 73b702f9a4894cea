package io.github.mien.expression;

import java.util.List;
import java.util.function.DoubleFunction;

/** What a face shows as time goes on. Implementations are immutable and thread-safe. */
public interface ExpressionCurve {

  /** How long it lasts, in seconds. */
  double seconds();

  /**
   * What is shown at a moment.
   *
   * @param seconds since the start; before it and after the end the first and the last are shown
   */
  Expression at(double seconds);

  /**
   * Through key frames.
   *
   * @param frames at least one, in the order of their times
   */
  static ExpressionCurve through(List<KeyFrame> frames) {
    return new KeyFrameCurve(frames);
  }

  /**
   * From a face without expression to one and back, so that loops have no seam: a quarter of the
   * time to get there, a third to go back.
   *
   * @param peak what is shown in between
   * @param seconds how long it takes altogether, above 0
   */
  static ExpressionCurve swell(Expression peak, double seconds) {
    if (!(seconds > 0)) {
      throw new IllegalArgumentException("a curve lasts longer than 0 s, not " + seconds);
    }
    return through(
        List.of(
            new KeyFrame(0, Expression.NEUTRAL, Easing.LINEAR),
            new KeyFrame(0.08 * seconds, Expression.NEUTRAL, Easing.LINEAR),
            new KeyFrame(0.33 * seconds, peak, Easing.IN_OUT),
            new KeyFrame(0.62 * seconds, peak, Easing.LINEAR),
            new KeyFrame(0.95 * seconds, Expression.NEUTRAL, Easing.IN_OUT),
            new KeyFrame(seconds, Expression.NEUTRAL, Easing.LINEAR)));
  }

  /** This curve, then the same backwards. */
  default ExpressionCurve pingPong() {
    ExpressionCurve once = this;
    return of(2 * seconds(), t -> once.at(t <= once.seconds() ? t : 2 * once.seconds() - t));
  }

  /**
   * This curve so many times, one after another.
   *
   * @param times at least 1
   */
  default ExpressionCurve repeated(int times) {
    if (times < 1) {
      throw new IllegalArgumentException("a curve is shown at least once, not " + times);
    }
    ExpressionCurve once = this;
    double end = times * seconds();
    return of(end, t -> once.at(t >= end ? once.seconds() : Math.max(0, t) % once.seconds()));
  }

  /**
   * With lids that close and open as of themselves, in about a third of a second; lids that are
   * lower already stay so.
   *
   * @param start when they begin to close, in seconds
   */
  default ExpressionCurve withBlink(double start) {
    ExpressionCurve open = this;
    return of(
        seconds(),
        t -> {
          Expression shown = open.at(t);
          double shut = Blink.closed(t - start);
          return shown
              .with(Blendshape.EYE_BLINK_LEFT, Math.max(shut, shown.get(Blendshape.EYE_BLINK_LEFT)))
              .with(
                  Blendshape.EYE_BLINK_RIGHT,
                  Math.max(shut, shown.get(Blendshape.EYE_BLINK_RIGHT)));
        });
  }

  /**
   * With a head that nods: it looks down and up again, most in the middle of the time.
   *
   * @param degrees how far down, 0 to 5
   * @param times how often, at least 1
   */
  default ExpressionCurve withNod(double degrees, int times) {
    if (!(degrees >= 0 && degrees <= 5) || times < 1) {
      throw new IllegalArgumentException(
          "a nod is at least one of 0 to 5 degrees, not %d of %s".formatted(times, degrees));
    }
    ExpressionCurve straight = this;
    return of(
        seconds(),
        t -> {
          double share = Math.max(0, Math.min(1, t / straight.seconds()));
          double down = 0.5 - 0.5 * Math.cos(2 * Math.PI * times * share);
          HeadPose pose = straight.at(t).pose();
          HeadPose nodding = new HeadPose(pose.yaw(), pose.pitch() - degrees * down, pose.roll());
          return Expression.of(straight.at(t).toArray(), nodding);
        });
  }

  /**
   * Of any function.
   *
   * @param seconds how long it lasts
   * @param shown what is shown at a moment
   */
  static ExpressionCurve of(double seconds, DoubleFunction<Expression> shown) {
    return new ExpressionCurve() {
      @Override
      public double seconds() {
        return seconds;
      }

      @Override
      public Expression at(double time) {
        return shown.apply(time);
      }
    };
  }
}
