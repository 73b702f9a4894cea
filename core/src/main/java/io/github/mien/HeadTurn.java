package io.github.mien;

import io.github.mien.expression.HeadPose;
import io.github.mien.face.Landmarks;

/** Turns the points of a face by a few degrees around the middle of its head. */
final class HeadTurn {
  /** Further a warp of the photo cannot follow. */
  private static final double MOST_DEGREES = 6;

  /** Where a head turns: so many distances of the eyes behind them. */
  private static final double BEHIND = 1.2;

  private static final int LEFT_EYE = 33;
  private static final int RIGHT_EYE = 263;

  private HeadTurn() {}

  /** Where the points are after the turn. */
  static Landmarks apply(Landmarks from, HeadPose turn) {
    double yaw = radians(turn.yaw());
    double pitch = radians(turn.pitch());
    double roll = radians(turn.roll());
    double x0 = (from.x(LEFT_EYE) + from.x(RIGHT_EYE)) / 2;
    double y0 = (from.y(LEFT_EYE) + from.y(RIGHT_EYE)) / 2;
    double z0 = (from.z(LEFT_EYE) + from.z(RIGHT_EYE)) / 2 + BEHIND * from.eyeDistance();
    float[] xyz = from.toArray();
    for (int i = 0; i < xyz.length; i += 3) {
      double x = xyz[i] - x0;
      double y = xyz[i + 1] - y0;
      double z = xyz[i + 2] - z0;
      // Small angles: what lies before the middle (z below 0) moves most.
      xyz[i] = (float) (x0 + x - yaw * z - roll * y);
      xyz[i + 1] = (float) (y0 + y + pitch * z + roll * x);
    }
    return Landmarks.of(xyz);
  }

  private static double radians(double degrees) {
    return Math.toRadians(Math.max(-MOST_DEGREES, Math.min(MOST_DEGREES, degrees)));
  }
}
