package io.github.mien.expression;

import java.util.List;

/** Eased from each key frame to the next. */
final class KeyFrameCurve implements ExpressionCurve {
  private final List<KeyFrame> frames;

  KeyFrameCurve(List<KeyFrame> frames) {
    if (frames.isEmpty()) {
      throw new IllegalArgumentException("a curve needs at least one key frame");
    }
    for (int i = 1; i < frames.size(); i++) {
      if (frames.get(i).seconds() < frames.get(i - 1).seconds()) {
        throw new IllegalArgumentException(
            "key frame %d comes at %s s, before the one in front of it"
                .formatted(i + 1, frames.get(i).seconds()));
      }
    }
    this.frames = List.copyOf(frames);
  }

  @Override
  public double seconds() {
    return frames.get(frames.size() - 1).seconds();
  }

  @Override
  public Expression at(double seconds) {
    int next = after(seconds);
    if (next == 0) {
      return frames.get(0).expression();
    }
    if (next == frames.size()) {
      return frames.get(next - 1).expression();
    }
    KeyFrame from = frames.get(next - 1);
    KeyFrame to = frames.get(next);
    double share = (seconds - from.seconds()) / (to.seconds() - from.seconds());
    return mix(from.expression(), to.expression(), to.easing().at(share));
  }

  /** Number of the first frame that comes later. */
  private int after(double seconds) {
    int low = 0;
    int high = frames.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (frames.get(middle).seconds() <= seconds) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static Expression mix(Expression from, Expression to, double share) {
    float[] mixed = from.toArray();
    float[] end = to.toArray();
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] += (float) share * (end[i] - mixed[i]);
    }
    HeadPose a = from.pose();
    HeadPose b = to.pose();
    HeadPose pose =
        new HeadPose(
            a.yaw() + share * (b.yaw() - a.yaw()),
            a.pitch() + share * (b.pitch() - a.pitch()),
            a.roll() + share * (b.roll() - a.roll()));
    return Expression.of(mixed, pose);
  }
}
