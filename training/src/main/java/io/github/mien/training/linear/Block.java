package io.github.mien.training.linear;

import io.github.mien.face.FaceMesh;
import io.github.mien.transfer.MovedPart;
import java.util.Arrays;
import java.util.Set;

/** Points that move together, and the parts of the face whose coefficients move them. */
enum Block {
  MOUTH(Set.of(MovedPart.MOUTH)),
  EYES(Set.of(MovedPart.LIDS, MovedPart.GAZE)),
  BROWS(Set.of(MovedPart.BROWS)),
  IRISES(Set.of(MovedPart.GAZE));

  private final Set<MovedPart> movers;

  Block(Set<MovedPart> movers) {
    this.movers = movers;
  }

  boolean isMovedBy(MovedPart part) {
    return movers.contains(part);
  }

  /**
   * How much of a movement each point gets.
   *
   * @param mean shape of the morphable model
   */
  float[] weights(float[] mean) {
    return switch (this) {
      case MOUTH -> MovedPart.MOUTH.weights(mean);
      case EYES -> MovedPart.LIDS.weights(mean);
      case BROWS -> MovedPart.BROWS.weights(mean);
      case IRISES -> irises(MovedPart.GAZE.weights(mean));
    };
  }

  private static float[] irises(float[] weights) {
    Arrays.fill(weights, 0, FaceMesh.FIRST_IRIS, 0);
    return weights;
  }
}
