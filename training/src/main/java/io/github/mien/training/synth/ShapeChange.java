package io.github.mien.training.synth;

import io.github.mien.face.FaceMesh;
import io.github.mien.face.Landmarks;
import java.util.SplittableRandom;

/**
 * Moves the points of a face at random: parts of it towards another face's, lids, jaw, mouth and
 * brows by hand, and all of it by turning the head. Whether a face could look exactly so does not
 * matter: the result is labelled anew.
 */
final class ShapeChange {
  private static final int[] BROWS_RIGHT = {70, 63, 105, 66, 107, 46, 53, 52, 65, 55};
  private static final int[] BROWS_LEFT = {336, 296, 334, 293, 300, 285, 295, 282, 283, 276};
  private static final int[] NOSE = {1, 2, 4, 98, 327, 48, 278};
  private static final int[] CHIN = {152, 148, 377, 176, 400, 199};

  private final float[] points;
  private final double unit;
  private final double cos;
  private final double sin;
  private final SplittableRandom random;

  /**
   * @param face is not changed
   */
  ShapeChange(Landmarks face, SplittableRandom random) {
    this.points = face.toArray();
    this.unit = face.eyeDistance();
    this.cos = Math.cos(face.roll());
    this.sin = Math.sin(face.roll());
    this.random = random;
  }

  Landmarks result() {
    return Landmarks.of(points);
  }

  /** Each part of the face goes its own share of the way to another face, aligned to this one. */
  void mix(Landmarks other) {
    int[][] parts = {
      FaceMesh.outerLips(),
      FaceMesh.innerLips(),
      FaceMesh.rightEye(),
      FaceMesh.leftEye(),
      BROWS_RIGHT,
      BROWS_LEFT,
      NOSE,
      CHIN,
      FaceMesh.outline()
    };
    double[] shares = new double[parts.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = random.nextDouble() < 0.3 ? 0 : random.nextDouble();
    }
    shares[1] = shares[0];
    if (random.nextDouble() < 0.7) {
      shares[3] = shares[2];
      shares[5] = shares[4];
    }
    double base = 0.7 * random.nextDouble();
    float[] goal = other.toArray();
    float[] old = points.clone();
    for (int p = 0; p < Landmarks.COUNT; p++) {
      double sum = 0.15;
      double share = sum * base;
      for (int i = 0; i < parts.length; i++) {
        double weight = Math.exp(-nearest(old, p, parts[i]) / (2 * 0.12 * 0.12));
        sum += weight;
        share += weight * shares[i];
      }
      for (int k = 3 * p; k < 3 * p + 3; k++) {
        points[k] += (float) (share / sum * (goal[k] - old[k]));
      }
    }
  }

  /** Square of the distance to the nearest point of a part, in eye distances. */
  private double nearest(float[] at, int p, int[] part) {
    double best = Double.MAX_VALUE;
    for (int q : part) {
      double dx = at[3 * p] - at[3 * q];
      double dy = at[3 * p + 1] - at[3 * q + 1];
      best = Math.min(best, dx * dx + dy * dy);
    }
    return best / (unit * unit);
  }

  void blink() {
    double amount = random.nextDouble(-0.3, 1.1);
    close(FaceMesh.rightEye(), amount);
    close(FaceMesh.leftEye(), random.nextDouble() < 0.25 ? random.nextDouble(-0.3, 1.1) : amount);
  }

  /** The upper lid goes towards the lower, what is above it less and less. */
  private void close(int[] eye, double amount) {
    float[] old = points.clone();
    for (int i = 1; i < eye.length / 2; i++) {
      int upper = eye[i];
      int lower = eye[eye.length - i];
      double dx = amount * (old[3 * lower] - old[3 * upper]);
      double dy = amount * (old[3 * lower + 1] - old[3 * upper + 1]);
      push(old, upper, 0.92 * dx, 0.92 * dy);
      push(old, lower, -0.06 * dx, -0.06 * dy);
      for (int p = 0; p < FaceMesh.FIRST_IRIS; p++) {
        double d = nearest(old, p, new int[] {upper});
        double up = upness(old, p, upper);
        if (up > 0.004 && d < 0.03) {
          double share = Math.exp(-d / (2 * 0.05 * 0.05)) / 2.2;
          push(old, p, share * dx, share * dy);
        }
      }
    }
  }

  /** How far a point lies above another, in eye distances. */
  private double upness(float[] at, int p, int q) {
    double dx = at[3 * p] - at[3 * q];
    double dy = at[3 * p + 1] - at[3 * q + 1];
    return (sin * dx - cos * dy) / unit;
  }

  private void push(float[] old, int p, double dx, double dy) {
    points[3 * p] += (float) dx;
    points[3 * p + 1] += (float) dy;
  }

  /** The jaw drops: the lower lip and the chin wholly, cheeks the less the higher they are. */
  void dropJaw() {
    double drop = unit * random.nextDouble(0.03, 0.45);
    float[] old = points.clone();
    int[] inner = FaceMesh.innerLips();
    int[] outer = FaceMesh.outerLips();
    for (int p = 0; p < FaceMesh.FIRST_IRIS; p++) {
      double below =
          -upness(old, p, FaceMesh.MOUTH_RIGHT) / 2 - upness(old, p, FaceMesh.MOUTH_LEFT) / 2;
      double share = smoothStep((below + 0.25) / 0.7);
      for (int i = 1; i < 10; i++) {
        double arch = Math.sin(Math.PI * i / 10);
        if (p == inner[i] || p == outer[i]) {
          share = 0;
        } else if (p == inner[20 - i] || p == outer[20 - i]) {
          share = 0.35 + 0.65 * arch;
        }
      }
      push(old, p, -sin * share * drop, cos * share * drop);
    }
  }

  private static double smoothStep(double t) {
    double c = Math.max(0, Math.min(1, t));
    return c * c * (3 - 2 * c);
  }

  /** Corners of the mouth up, down, in, out. */
  void pullMouth() {
    double out = unit * random.nextDouble(-0.14, 0.14);
    double up = unit * random.nextDouble(-0.1, 0.12);
    double even = random.nextDouble() < 0.7 ? 1 : random.nextDouble(-0.5, 1);
    bump(FaceMesh.MOUTH_RIGHT, -out, -up, 0.2);
    bump(FaceMesh.MOUTH_LEFT, out * even, -up * even, 0.2);
  }

  void moveBrows() {
    double up = unit * random.nextDouble(-0.08, 0.16);
    double even = random.nextDouble() < 0.7 ? 1 : random.nextDouble(-0.5, 1);
    bump(105, 0, -up, 0.16);
    bump(334, 0, -up * even, 0.16);
    double inner = unit * random.nextDouble(-0.08, 0.08);
    bump(107, 0, inner, 0.1);
    bump(336, 0, inner, 0.1);
  }

  /** Soft dents anywhere. */
  void dent() {
    for (int n = random.nextInt(2, 7); n > 0; n--) {
      double size = 0.04 * unit;
      bump(
          random.nextInt(FaceMesh.FIRST_IRIS),
          random.nextDouble(-size, size),
          random.nextDouble(-size, size),
          random.nextDouble(0.15, 0.4));
    }
  }

  /** Moves what is around a point, in the frame of the level face. */
  private void bump(int centre, double right, double down, double width) {
    float[] old = points.clone();
    for (int p = 0; p < Landmarks.COUNT; p++) {
      double share = Math.exp(-nearest(old, p, new int[] {centre}) / (2 * width * width));
      push(old, p, share * (cos * right - sin * down), share * (sin * right + cos * down));
    }
  }

  /**
   * Turns the head about its middle.
   *
   * @param yaw radians about the vertical axis
   * @param pitch radians about the horizontal axis
   */
  void turn(double yaw, double pitch) {
    Landmarks turned = HeadTurn.apply(result(), yaw, pitch);
    System.arraycopy(turned.toArray(), 0, points, 0, points.length);
  }
}
