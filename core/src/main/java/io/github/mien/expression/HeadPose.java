package io.github.mien.expression;

/**
 * How a head is turned, in degrees.
 *
 * @param yaw positive when the person turns to their own left, which is the picture's right
 * @param pitch positive when the person looks up
 * @param roll positive when the head leans clockwise on screen
 */
public record HeadPose(double yaw, double pitch, double roll) {
  /** Straight into the camera. */
  public static final HeadPose FRONTAL = new HeadPose(0, 0, 0);
}
