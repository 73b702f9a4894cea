package io.github.mien.reconstruct;

import io.github.mien.face.Landmarks;
import io.github.mien.transfer.Motion;

/** Where the points of a face are drawn: lips that nearly touch do, and have no corners. */
final class ShownPoints {
  private ShownPoints() {}

  static Landmarks of(Motion motion) {
    return LipCurve.round(Contact.settle(motion.to()));
  }
}
